// Findings of the gate: n and p go to the next and the previous one that is open. What is done with it has keys of its
// own on its buttons (keys.js): r replaces, a keeps, d goes to the reason.

const TYPING = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";

function step(by) {
  const open = [...document.querySelectorAll("[data-finding]")];
  if (!open.length) return false;
  const here = open.findIndex((one) => one.contains(document.activeElement));
  const next = open[here < 0 ? (by > 0 ? 0 : open.length - 1) : (here + by + open.length) % open.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
  return true;
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.target.closest?.(TYPING)) return;
  const by = { n: 1, p: -1 }[event.key];
  if (by && step(by)) { event.preventDefault(); event.stopImmediatePropagation(); }
}

if (document.documentElement.dataset.shortcuts !== "off") document.addEventListener("keydown", onKey, true);

// The first open finding has the keys at once, unless a message or an address asks for another place.
if (!location.hash && !document.querySelector("[autofocus]")) document.querySelector("[data-finding]")?.focus({ preventScroll: true });
