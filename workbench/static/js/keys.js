// Single-key shortcuts. Each only presses what stands on the page: an element that names its key in
// aria-keyshortcuts. Never while somebody types; data-shortcuts="off" on <html> switches them off.

const PLACES = { d: "Documents", h: "Hours", t: "Trainees", i: "Inbox", c: "Cases", r: "Ratings" };
const ROWS = ".pick tbody tr:has([name=pick]), [data-row]";
const OPEN_THREADS = ".thread-open, .thread-moved, .thread-gone, .thread-draft";
const TYPING = "textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])";

let goes = false;

const seen = (element) => element.checkVisibility?.() ?? element.offsetParent !== null;
const rows = () => [...document.querySelectorAll(ROWS)].filter(seen);
const rowOf = (element) => element?.closest(ROWS);
// What decides a finding is pressed only on the finding that has the focus: A on one that must go keeps no other.
const inReach = (element) => element.closest("[data-finding]")?.contains(document.activeElement) ?? true;
const handle = (row) => row.querySelector("[name=pick], a[href], button");

function press(key) {
  const named = `[aria-keyshortcuts~="${CSS.escape(key)}"]`;
  const row = rowOf(document.activeElement);
  const found = [...(row?.querySelectorAll(named) ?? []), ...document.querySelectorAll(named)].find((one) => seen(one) && inReach(one));
  if (!found || found.disabled) return false;
  if (found.matches(TYPING)) { found.focus(); found.select?.(); } else found.click();
  return true;
}

function go(key) {
  const link = [...document.querySelectorAll(".nav a")].find((a) => a.textContent.trim() === PLACES[key]);
  (link ?? (key === "g" ? document.querySelector(".brand") : null))?.click();
  return Boolean(link);
}

function step(list, by, focus) {
  if (!list.length) return false;
  const here = list.findIndex((item) => item.contains(document.activeElement));
  const next = list[here < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, here + by))];
  focus(next);
  next.scrollIntoView({ block: "nearest" });
  return true;
}

function toggle(box, value = !box?.checked) {
  if (!box || box.checked === value) return Boolean(box);
  box.checked = value;
  box.dispatchEvent(new Event("change", { bubbles: true }));
  return true;
}

function move(by, extend) {
  return step(rows(), by, (row) => {
    handle(row)?.focus();
    if (extend) toggle(row.querySelector("[name=pick]"), true);
  });
}

function rate(key) {
  const task = document.activeElement?.closest(".task");
  if (!task) return false;
  const scales = [...task.querySelectorAll("[data-scale]")];
  const scale = document.activeElement.closest("[data-scale]") ?? scales.find((s) => !s.querySelector(":checked")) ?? scales[0];
  const radio = scale?.querySelector(`input[type=radio][value="${key}"]`);
  if (!radio) return false;
  radio.focus();
  return toggle(radio, true);
}

function thread(by) {
  return step([...document.querySelectorAll(OPEN_THREADS)].filter(seen), by, (t) => t.focus());
}

function finding(by) {
  const open = [...document.querySelectorAll("[data-finding]")].filter(seen);
  if (!open.length) return false;
  const here = open.findIndex((one) => one.contains(document.activeElement));
  const next = open[here < 0 ? (by > 0 ? 0 : open.length - 1) : (here + by + open.length) % open.length];
  next.focus();
  next.scrollIntoView({ block: "center" });
  return true;
}

function all() {
  const boxes = [...document.querySelectorAll("[data-pick-all]")];
  boxes.forEach((box) => toggle(box, true));
  return boxes.length > 0;
}

function line(key, words) {
  const term = document.createElement("dt");
  term.append(Object.assign(document.createElement("kbd"), { textContent: key }));
  return [term, Object.assign(document.createElement("dd"), { textContent: words })];
}

function wordsOf(element) {
  const copy = element.cloneNode(true);
  copy.querySelectorAll("kbd").forEach((key) => key.remove());
  return copy.textContent.replace(/\s+/g, " ").trim();
}

function sheet() {
  const open = document.querySelector(".key-sheet");
  if (open) { open.remove(); return true; }
  const list = Object.assign(document.createElement("dl"), { className: "keys" });
  for (const element of document.querySelectorAll("[aria-keyshortcuts]")) {
    if (!seen(element)) continue;
    const words = element.getAttribute("aria-label") ?? wordsOf(element.matches("button") ? element : element.labels?.[0] ?? element);
    const key = element.getAttribute("aria-keyshortcuts");
    if (![...list.querySelectorAll("kbd")].some((k) => k.textContent === key)) list.append(...line(key, words));
  }
  for (const [key, place] of Object.entries(PLACES)) {
    if ([...document.querySelectorAll(".nav a")].some((a) => a.textContent.trim() === place)) list.append(...line(`g ${key}`, place));
  }
  if (rows().length) list.append(...line("j k", "Next, previous row"), ...line("x", "Pick the row"), ...line("J K", "Pick and go on"), ...line("*", "Pick all without a flag"));
  if (document.querySelector("[data-scale]")) list.append(...line("0 – 6", "Choose on the scale"));
  if (document.querySelector(OPEN_THREADS)) list.append(...line("[ ]", "Previous, next open comment"));
  if (document.querySelector("[data-finding]")) list.append(...line("n p", "Next, previous finding"));
  list.append(...line("?", "Close this list"));
  const section = Object.assign(document.createElement("section"), { className: "key-sheet", tabIndex: -1 });
  section.setAttribute("aria-label", "Keys on this page");
  section.append(list);
  document.querySelector("main .wrap")?.prepend(section);
  section.focus();
  return true;
}

const DEEDS = {
  "?": sheet, "*": all, "[": () => thread(-1), "]": () => thread(1),
  n: () => finding(1), p: () => finding(-1),
  j: () => move(1), k: () => move(-1), J: () => move(1, true), K: () => move(-1, true),
  x: () => toggle(rowOf(document.activeElement)?.querySelector("[name=pick]")),
};

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Escape") { document.querySelector(".key-sheet")?.remove(); return; }
  if (event.target.closest?.(TYPING)) return;
  const key = event.key;
  if (goes) { goes = false; if (go(key)) event.preventDefault(); return; }
  if (key === "g") { goes = true; setTimeout(() => { goes = false; }, 1500); return; }
  const done = (/^[0-9]$/.test(key) && rate(key)) || DEEDS[key]?.() || (key.length === 1 && press(key));
  if (done) event.preventDefault();
}

if (document.documentElement.dataset.shortcuts !== "off") document.addEventListener("keydown", onKey);

// The first open finding of the gate has the keys at once, unless a message or an address asks for another place.
if (!location.hash && !document.querySelector("[autofocus]")) document.querySelector("[data-finding]")?.focus({ preventScroll: true });

// Signing out takes the copies of unsent words off this computer.
document.addEventListener("submit", (event) => {
  if (!event.target.action?.includes("/sign-out")) return;
  for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key);
});
