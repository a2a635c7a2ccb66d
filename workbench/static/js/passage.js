// Comments on a passage. Selecting text in [data-passage="ID"] shows a Comment button; it fills start and end of the
// form [data-passage-form="ID"], counted in code points of the passage's text without the numbers of comments.
// A button [data-passage-pick="ID" data-start data-end] does the same for the keyboard.

const NOT_TEXT = ".ref, .noprint, .vh";

const button = Object.assign(document.createElement("button"), { type: "button", className: "btn passage-btn", textContent: "Comment", hidden: true });
button.setAttribute("aria-keyshortcuts", "c");
document.body.append(button);
let picked = null;

function textOf(range) {
  const copy = range.cloneContents();
  copy.querySelectorAll(NOT_TEXT).forEach((element) => element.remove());
  return [...copy.textContent];
}

function before(passage, node, offset) {
  const range = document.createRange();
  range.selectNodeContents(passage);
  range.setEnd(node, offset);
  return textOf(range).length;
}

function read() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const holder = (node) => (node.nodeType === 1 ? node : node.parentElement)?.closest("[data-passage]");
  const passage = holder(range.startContainer);
  if (!passage || passage !== holder(range.endContainer)) return null;
  const points = textOf(range);
  const blank = (point) => /^\s$/u.test(point);
  let start = before(passage, range.startContainer, range.startOffset);
  while (points.length && blank(points[0])) { points.shift(); start += 1; }
  while (points.length && blank(points.at(-1))) points.pop();
  if (!points.length) return null;
  return { id: passage.dataset.passage, start, end: start + points.length, quote: points.join(""), box: range.getBoundingClientRect() };
}

function show() {
  picked = read();
  button.hidden = !picked;
  if (!picked) return;
  button.style.insetBlockStart = `${picked.box.bottom + scrollY + 6}px`;
  button.style.insetInlineStart = `${Math.max(8, Math.min(picked.box.left, innerWidth - 130))}px`;
}

function fill({ id, start, end, quote }) {
  const form = document.querySelector(`[data-passage-form="${CSS.escape(id)}"]`);
  if (!form) return;
  form.elements.start.value = start;
  form.elements.end.value = end;
  if (form.elements.quote) form.elements.quote.value = quote;
  const shown = form.querySelector("[data-passage-quote]");
  if (shown) { shown.textContent = `“${quote}”`; shown.hidden = false; }
  form.closest("details")?.setAttribute("open", "");
  form.hidden = false;
  form.querySelector("textarea")?.focus();
}

let timer;
document.addEventListener("selectionchange", () => { clearTimeout(timer); timer = setTimeout(show, 60); });
button.addEventListener("pointerdown", (event) => event.preventDefault());
button.addEventListener("click", () => { const passage = read() ?? picked; button.hidden = true; if (passage) fill(passage); });

document.addEventListener("click", (event) => {
  const pick = event.target.closest("[data-passage-pick]");
  if (!pick) return;
  const id = pick.dataset.passagePick;
  const passage = document.querySelector(`[data-passage="${CSS.escape(id)}"]`);
  if (!passage) return;
  event.preventDefault();
  const all = document.createRange();
  all.selectNodeContents(passage);
  const points = textOf(all);
  const start = Number(pick.dataset.start ?? 0);
  const end = Number(pick.dataset.end ?? points.length);
  fill({ id, start, end, quote: points.slice(start, end).join("").trim() });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.target.closest?.("[data-passage-form]")?.requestSubmit();
});
