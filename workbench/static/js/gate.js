// Decides on findings in place. The form goes to the server as it would without a script, and the page that comes back is
// put where the old one stands: what was typed at other findings stays, the next open finding has the focus, and what is
// left is told. Where the answer is another page (a sign-in that has ended), the form goes once more, without this script.

const status = document.querySelector("[data-gate-said]");
let busy = false;
let last = null;

const findings = () => [...document.querySelectorAll("[data-finding]")];

// Each finding by its section, its words, and which of its like it is: numbers and places move with every decision.
function keyed(root) {
  const count = new Map();
  return new Map([...root.querySelectorAll("article:has([data-decides])")].map((one) => {
    const what = `${one.querySelector("[name=section]").value} ${one.querySelector(".quote").textContent}`;
    count.set(what, (count.get(what) ?? 0) + 1);
    return [`${what} ${count.get(what)}`, one];
  }));
}

function carryFields(from, to) {
  for (const name of ["words", "reason"]) {
    const [typed, field] = [from, to].map((one) => one.querySelector(`[name=${name}]`));
    if (typed && field && typed.value !== typed.defaultValue) field.value = typed.value;
  }
  if (from.querySelector("details[open]")) to.querySelector("details")?.setAttribute("open", "");
}

function carry(page, decided) {
  const there = keyed(page);
  for (const [key, one] of keyed(document)) if (one !== decided && there.has(key)) carryFields(one, there.get(key));
  for (const fold of document.querySelectorAll("details[id][open]")) page.getElementById(fold.id)?.setAttribute("open", "");
  for (const box of document.querySelectorAll("[data-own-list] :checked")) page.getElementById(box.id)?.setAttribute("checked", "");
}

function tell(words, page) {
  const left = page.querySelector("[data-gate-said]").cloneNode(true);
  status.replaceChildren(...(words ? [`${words} `] : []), ...left.childNodes);
}

function goTo(element) {
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: "center" });
}

function show(page, decided) {
  const words = [...page.querySelectorAll(".flash, .summary li")].map((one) => one.textContent.trim()).join(" ");
  page.querySelectorAll(".flash").forEach((one) => one.remove());
  carry(page, decided);
  document.querySelector("#main").replaceChildren(...page.querySelector("#main").childNodes);
  document.querySelector("[data-gate-next]").replaceWith(page.querySelector("[data-gate-next]"));
  tell(words, page);
  document.dispatchEvent(new Event("findings"));
  const following = document.querySelector("[data-following]").dataset.following;
  goTo(document.getElementById(following) ?? document.querySelector(".f-bad .in") ?? document.querySelector(".summary"));
}

async function decide(form, submitter) {
  const body = new URLSearchParams([...new FormData(form, submitter), ["in_place", "y"]]);
  busy = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (page.querySelector("[data-gate-said]")) show(page, form.closest("article"));
    else { form.removeAttribute("data-decides"); form.requestSubmit(submitter); }
  } catch {
    status.textContent = "Nothing was decided: the line is down. What you typed stays here. Try again.";
  } finally {
    busy = false;
  }
}

function step() {
  const open = findings();
  const here = open.findIndex((one) => one.id === last);
  goTo(open[(here + 1) % open.length]);
}

document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-decides]")) return;
  event.preventDefault();
  if (!busy) decide(event.target, event.submitter);
});
document.addEventListener("focusin", (event) => { last = event.target.closest("[data-finding]")?.id ?? last; });
document.addEventListener("click", (event) => {
  if (!event.target.closest("[data-gate-next]") || !findings().length) return;
  event.preventDefault();
  step();
});
