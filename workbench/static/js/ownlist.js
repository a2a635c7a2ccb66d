// The trainee's own list of real names. It never leaves this browser: it is kept in IndexedDB, encrypted under a key that
// no script can read out, and matched here. A form with data-own-list="7 9" (cases) is held while an entry stands in its
// text areas or in an element with data-own-text; the server is told how many entries were looked for, never which.

const KEYS = "keys";
const LISTS = "lists";
const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "lady", "the", "and", "von", "van", "de"]);

function ask(request) {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

function store() {
  const request = indexedDB.open("own-lists", 1);
  request.onupgradeneeded = () => [KEYS, LISTS].forEach((name) => request.result.createObjectStore(name));
  return ask(request);
}

const within = (db, name, mode) => db.transaction(name, mode).objectStore(name);

// A second tab may have made the key meanwhile: the first that was kept is the one.
async function keyOf(db) {
  const kept = await ask(within(db, KEYS, "readonly").get("own"));
  if (kept) return kept;
  const made = await crypto.subtle.generateKey({ name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  await ask(within(db, KEYS, "readwrite").add(made, "own")).catch(() => null);
  return ask(within(db, KEYS, "readonly").get("own"));
}

async function read(list) {
  const db = await store();
  try {
    const kept = await ask(within(db, LISTS, "readonly").get(list));
    if (!kept) return [];
    const bytes = await crypto.subtle.decrypt({ name: "AES-GCM", iv: kept.iv }, await keyOf(db), kept.data);
    return JSON.parse(new TextDecoder().decode(bytes));
  } finally { db.close(); }
}

async function write(list, lines) {
  const db = await store();
  try {
    if (!lines.length) return await ask(within(db, LISTS, "readwrite").delete(list));
    const iv = crypto.getRandomValues(new Uint8Array(12));
    const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, await keyOf(db), new TextEncoder().encode(JSON.stringify(lines)));
    return await ask(within(db, LISTS, "readwrite").put({ iv, data }, list));
  } finally { db.close(); }
}

const split = (line) => line.split("=").map((part) => part.trim());

export const plain = (text) => text.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060\ufeff]/gu, "").replace(/[‘’`´]/gu, "'").toLowerCase().replace(/\s+/gu, " ");

// The whole entry, and each part of a name by itself: Sarah Whitcombe is Sarah, too.
function forms(entry) {
  const parts = entry.split(/\s+/u).filter((word) => /^\p{Lu}\p{L}{2,}$/u.test(word) && !TITLES.has(word.toLowerCase()));
  return [entry, ...parts].map(plain).filter(Boolean);
}

export function stands(entry, text) {
  const found = forms(entry).map((form) => form.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join("|");
  return Boolean(found) && new RegExp(`(?<![\\p{L}\\p{N}])(?:${found})(?![\\p{L}\\p{N}])`, "u").test(plain(text));
}

// ---- the page of one list

async function keep(page, status) {
  const field = page.querySelector("textarea");
  const lines = field.value.split("\n").map((line) => line.trim()).filter((line) => split(line)[0]);
  await write(page.dataset.ownPage, lines);
  field.value = field.defaultValue = lines.join("\n");
  status.textContent = lines.length ? `Kept in this browser: ${lines.length} ${lines.length === 1 ? "entry" : "entries"}.` : "There is no list in this browser.";
}

async function page(section) {
  const status = section.querySelector("[role=status]");
  const tell = (words) => { status.textContent = words; };
  if ("shared" in document.documentElement.dataset) { tell("This is a shared computer, so no list is kept on it."); return; }
  const unreadable = () => tell("This browser keeps nothing here: a private window, perhaps.");
  const field = section.querySelector("textarea");
  try {
    field.value = field.defaultValue = (await read(section.dataset.ownPage)).join("\n");
    tell(field.value ? `Kept in this browser: ${field.value.split("\n").length}.` : "There is no list in this browser yet.");
  } catch { unreadable(); }
  section.querySelector("[data-own-fields]").hidden = false; // not before: what is typed meanwhile would be written over
  section.querySelector("[data-own-keep]").addEventListener("click", () => keep(section, status).catch(unreadable));
  const asks = section.querySelector("details");
  const answered = () => { asks.open = false; field.focus(); };
  section.querySelector("[data-own-leave]").addEventListener("click", answered);
  section.querySelector("[data-own-delete]").addEventListener("click", () => { field.value = ""; keep(section, status).catch(unreadable); answered(); });
  addEventListener("beforeunload", (event) => { if (field.value !== field.defaultValue) event.preventDefault(); });
}

// ---- a form on its way

function textOf(form) {
  const shown = [...document.querySelectorAll("[data-own-text]")].map((element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(".ref").forEach((mark) => mark.remove());
    return copy.textContent;
  });
  return [...shown, ...[...form.querySelectorAll("textarea")].map((area) => area.value)].join("\n");
}

async function entriesOf(form) {
  const lists = await Promise.all(form.dataset.ownList.split(" ").filter(Boolean).map(read));
  return lists.flat();
}

function hold(form, words, items = []) {
  const box = form.querySelector("[data-own-held]") ?? Object.assign(document.createElement("div"), { className: "summary", tabIndex: -1 });
  box.dataset.ownHeld = "";
  box.setAttribute("role", "alert");
  const list = document.createElement("ul");
  list.append(...items.map((item) => Object.assign(document.createElement("li"), { textContent: item })));
  box.replaceChildren(Object.assign(document.createElement("p"), { textContent: words }), ...(items.length ? [list] : []));
  form.prepend(box);
  box.focus();
}

async function send(form, submitter) {
  let entries = [];
  try { entries = await entriesOf(form); } catch {
    if (!form.dataset.ownUnread) {
      form.dataset.ownUnread = "";
      hold(form, "Your own list could not be read in this browser, so nothing was held against it. Send again to go on without it.");
      return;
    }
  }
  const text = textOf(form);
  const found = entries.map((line) => split(line)[0]).filter((entry) => stands(entry, text));
  if (found.length) {
    hold(form, `Not sent. Of your own list, ${found.length} ${found.length === 1 ? "entry stands" : "entries stand"} in it, whole or in part:`, found);
    return;
  }
  if (form.elements.own_list) form.elements.own_list.value = entries.length || "";
  form.dataset.ownHeldAgainst = "";
  form.requestSubmit(submitter);
}

function onSubmit(event) {
  const form = event.target.closest("form[data-own-list]");
  if (!form || "ownHeldAgainst" in form.dataset) return;
  event.preventDefault();
  send(form, event.submitter);
}

// Where a name of the list has a pseudonym beside it, that is what the gate offers for it: one for one person everywhere.
async function offerPseudonyms(form) {
  const pairs = (await entriesOf(form)).map(split).filter(([, pseudonym]) => pseudonym);
  for (const found of document.querySelectorAll("[data-finding]")) {
    const passage = found.querySelector(".quote")?.textContent.slice(1, -1) ?? "";
    const [, pseudonym] = pairs.find(([entry]) => stands(entry, passage)) ?? [];
    const field = found.querySelector("input[name=words], input[name$='-words']");
    if (pseudonym && field) field.value = pseudonym;
  }
}

document.querySelectorAll("[data-own-page]").forEach(page);
document.addEventListener("submit", onSubmit);
const offerAll = () => document.querySelectorAll("form[data-own-list]").forEach((form) => offerPseudonyms(form).catch(() => null));
offerAll();
// The gate shows its findings anew after each decision that is made in place.
document.addEventListener("findings", offerAll);
