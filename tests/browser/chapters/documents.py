"""An IPAF is written, commented on, revised and read again."""

from browser.chapters.founding import PASSWORD
from browser.hands import follow, press, reads, select_words, sign_in, tab_to
from playwright.sync_api import expect

KEPT = "somebody who is kept on only while she is of use"
GONE = "Underneath there may be a fear of being left."
CHANGED = "Others are busy and soon burdened."
FIRST = {
    "timing": "Drafted after session 3, shared in session 4.",
    "self": f"She takes herself to be {KEPT}: the one who copes.",
    "other": CHANGED,
    "affect": "A flat resentment.",
    "affect_less_conscious": GONE,
    "circle": "She gives more than was asked, and leaves before she can be refused.",
}
SECOND = {
    "self": f"“I am the one who copes”, she says. She takes herself to be {KEPT}.",
    "other": "Others are busy, important and soon burdened.",
    "affect_less_conscious": "Nearer since half-way: what if she asked, and nobody came?",
}
TRIES = 40


def write_the_ipaf(trainee):
    """The draft is kept on the server while it is typed: another tab finds it there."""
    follow(trainee, "Documents", within=".nav")
    trainee.get_by_role("button", name="Start: IPAF, case A7").click()
    *early, last = FIRST
    for section in early:
        trainee.locator(f"#part_{section}").fill(FIRST[section])
    with trainee.expect_response(lambda answer: answer.request.method == "POST"):
        trainee.locator(f"#part_{last}").press_sequentially(FIRST[last], delay=5)
    expect(trainee.locator("[data-autosave-status]")).to_contain_text("Saved")
    kept_on_the_server(trainee, last)


def kept_on_the_server(trainee, section):
    trainee.locator(f"#part_{section}").blur()
    other_tab = trainee.context.new_page()
    for _ in range(TRIES):  # a save may be on its way
        other_tab.goto(trainee.url)
        if other_tab.locator(f"#part_{section}").input_value() == FIRST[section]:
            break
        other_tab.wait_for_timeout(500)
    expect(other_tab.locator(f"#part_{section}")).to_have_value(FIRST[section])
    other_tab.close()


def send(trainee, version):
    """Nothing is sent before it is declared anonymous."""
    press(trainee, "Check and send")
    press(trainee, "Send to your supervisor")
    reads(trainee, "Say how you made it anonymous.")
    trainee.get_by_role("radio", name="Disguised").check()
    trainee.locator("#recognised-0").check()
    trainee.locator("#declared").check()
    press(trainee, "Send to your supervisor")
    reads(trainee, f"Version {version} is with your supervisor.")


def open_the_ipaf(supervisor):
    supervisor.goto("/inbox?tab=documents")
    supervisor.get_by_role("link", name="Review IPAF").first.click()


def comment_with_the_mouse(supervisor):
    select_words(supervisor, "self", KEPT)
    press(supervisor, "Comment")
    reads(supervisor, f"“{KEPT}”", within="[data-passage-form=self]")
    supervisor.keyboard.type("Whose words are these?")
    supervisor.keyboard.press("Control+Enter")
    reads(supervisor, "Kept in your review.")


def comment_by_keyboard(supervisor):
    """From the top of the page to the kept comment, no hand on the mouse."""
    supervisor.goto(supervisor.url.partition("#")[0])
    tab_to(supervisor, "a[href$='section=affect_less_conscious']")
    supervisor.keyboard.press("Enter")
    supervisor.wait_for_url("**/comments/new**")
    tab_to(supervisor, "input[name=passage]")
    supervisor.keyboard.press("Space")
    tab_to(supervisor, "textarea[name=words]")
    supervisor.keyboard.type("What have you seen that makes you think so?")
    tab_to(supervisor, "button[value=keep]")
    supervisor.keyboard.press("Enter")
    reads(supervisor, "Kept in your review.")


def comment_without_script(plain):
    """A browser without script: the same person, the same review."""
    sign_in(plain, "anwar@example.org", PASSWORD)
    open_the_ipaf(plain)
    follow(plain, "Comment on How the patient sees others")
    plain.locator("input[name=passage]").first.check()
    plain.get_by_label("Your comment").fill("Which others?")
    press(plain, "Keep in my review")
    reads(plain, "Kept in your review.")


def send_the_review(supervisor, verdict, count):
    supervisor.reload()
    supervisor.get_by_label(verdict).check()
    press(supervisor, f"Send review ({count})")
    reads(supervisor, "Review sent to Mina Parry.")


def answer_and_revise(trainee):
    """The draft comment of a review was nobody else's to see; sent, each can be answered."""
    trainee.goto("/documents")
    follow(trainee, "Read: IPAF, case A7")
    follow(trainee, "Answer: comment 1")
    trainee.get_by_label("Your comment").fill("They are hers. I have put them first.")
    press(trainee, "Send the answer")
    follow(trainee, "Write")
    for section, words in SECOND.items():
        trainee.locator(f"#part_{section}").fill(words)


def see_what_became_of_the_comments(supervisor):
    """Carried at its passage; gone in plain sight, with the old quote and the way back."""
    carried = supervisor.locator(".thread", has_text="Whose words are these?")
    expect(carried).to_contain_text("carried from version 1")
    expect(carried).to_contain_text("They are hers. I have put them first.")
    expect(supervisor.locator("[data-passage=self] mark").first).to_have_text(KEPT)
    gone = supervisor.locator(".thread-gone", has_text="What have you seen")
    expect(gone).to_contain_text(f"“{GONE}”")
    gone.get_by_role("link", name="version 1").click()
    supervisor.wait_for_url("**/versions/1")
    reads(supervisor, GONE)
    supervisor.go_back()


def see_what_changed(supervisor):
    changes = supervisor.locator("section[aria-labelledby=diff]")
    expect(changes.locator("ins", has_text="important").first).to_be_visible()
    expect(changes.locator("del", has_text="Underneath").first).to_be_visible()


def draft_the_letter(trainee):
    """In the ending phase the letter is planned by its parts, sent, and read as one text."""
    trainee.goto("/documents")
    trainee.get_by_role("button", name="Start: Goodbye letter, case A7").click()
    trainee.locator("#part_opening").fill("Dear [first name],")
    trainee.locator("#part_goodbye").fill("I have been glad to know you.")
    send(trainee, version=1)
    follow(trainee, "Read as a letter")
    expect(trainee.locator(".letter")).to_contain_text("I have been glad to know you.")
