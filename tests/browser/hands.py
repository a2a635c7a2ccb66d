"""What hands and eyes do on any page."""

from playwright.sync_api import expect

MOST_TABS = 120


def press(page, words, *, within="body"):
    page.locator(within).get_by_role("button", name=words, exact=True).first.click()


def follow(page, words, *, within="body"):
    page.locator(within).get_by_role("link", name=words, exact=True).first.click()


def reads(page, words, *, within="main"):
    """Wait until the page says so."""
    expect(page.locator(within).first).to_contain_text(words)


def does_not_read(page, words):
    assert words not in page.content(), words


def sign_in(page, email, password, *, target="/"):
    page.goto(f"/sign-in?next={target}")
    page.get_by_label("E-mail address").fill(email)
    page.get_by_label("Password").fill(password)
    press(page, "Sign in", within="main")
    page.locator(".who").wait_for()


def tab_to(page, selector):
    """Go on by the Tab key alone; every stop on the way must show where the focus is."""
    for _ in range(MOST_TABS):
        page.keyboard.press("Tab")
        here = page.evaluate(
            """selector => {
                const at = document.activeElement;
                const seen = [at, at.closest("label") ?? at]
                    .some((one) => getComputedStyle(one).outlineStyle !== "none");
                return [at.matches(selector), seen, at.outerHTML];
            }""",
            selector,
        )
        assert here[1], f"the focus cannot be seen at {here[2][:200]}"
        if here[0]:
            return
    raise AssertionError(selector)


def select_words(page, section, words):
    """Draw the mouse over words of a section, as a reader does."""
    ends = page.evaluate(
        """([section, words]) => {
            const passage = document.querySelector(`[data-passage="${section}"]`);
            passage.scrollIntoView({ block: "center" });
            const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
            for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                const at = node.data.indexOf(words);
                if (at < 0) continue;
                const range = document.createRange();
                range.setStart(node, at);
                range.setEnd(node, at + words.length);
                const boxes = [...range.getClientRects()];
                const [first, last] = [boxes[0], boxes.at(-1)];
                const middle = (box) => (box.top + box.bottom) / 2;
                return [first.left, middle(first), last.right, middle(last)];
            }
        }""",
        [section, words],
    )
    page.mouse.move(ends[0], ends[1])
    page.mouse.down()
    page.mouse.move(ends[2], ends[3], steps=8)
    page.mouse.up()


def downloaded(page, words, *, within="main"):
    """Follow a link that hands out a file; returns its name and its bytes."""
    with page.expect_download() as waiting:
        follow(page, words, within=within)
    return waiting.value.suggested_filename, waiting.value.path().read_bytes()
