// Sending a version back: what is selected in the text goes into the field as a line of its own. Nothing is sent by it.

const field = document.querySelector("[data-detail]");
const source = document.querySelector("[data-detail-source]");
const button = Object.assign(document.createElement("button"), { type: "button", className: "btn passage-btn", textContent: "This identifies", hidden: true });
document.body.append(button);

function selected() {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  return source.contains(range.commonAncestorContainer) && selection.toString().trim() ? range : null;
}

function show() {
  const range = selected();
  button.hidden = !range;
  if (!range) return;
  const box = range.getBoundingClientRect();
  button.style.insetBlockStart = `${box.bottom + scrollY + 6}px`;
  button.style.insetInlineStart = `${Math.max(8, Math.min(box.left, innerWidth - 150))}px`;
}

if (field && source) {
  document.addEventListener("selectionchange", show);
  button.addEventListener("pointerdown", (event) => event.preventDefault());
  button.addEventListener("click", () => {
    const words = getSelection().toString().replace(/\s+/g, " ").trim();
    field.value = [field.value.trim(), words].filter(Boolean).join("\n");
    button.hidden = true;
    field.focus();
  });
}
