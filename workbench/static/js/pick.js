// Picking rows to sign: [data-pick] holds boxes named "pick" with data-minutes, and data-flagged on odd ones.
// [data-pick-all] picks all without a flag in its batch; [data-pick-count], [data-pick-hours] and [data-pick-words],
// anywhere on the page, say how many and how long; [data-pick-needs] is off while nothing is picked.
// [data-pick-statement] says what would be signed, from its data-none, data-one and data-many (with # for the count);
// the value of [data-pick-said] tells the server which count the person saw.

const boxes = (within = document) => [...within.querySelectorAll("[data-pick] input[name=pick], input[name=pick][form]")];
const put = (selector, words) => document.querySelectorAll(selector).forEach((element) => { element.textContent = words; });

function hours(minutes) {
  const tenths = Math.floor(minutes / 6);
  return `${Math.floor(tenths / 10)}.${tenths % 10}`;
}

function within(all) {
  const batch = all.closest(".batch, [data-pick]") ?? document;
  return [...batch.querySelectorAll("input[name=pick]")].filter((box) => !("flagged" in box.dataset));
}

function tell() {
  const chosen = boxes().filter((box) => box.checked);
  const minutes = chosen.reduce((sum, box) => sum + Number(box.dataset.minutes ?? 0), 0);
  boxes().forEach((box) => box.closest("tr")?.classList.toggle("on", box.checked));
  put("[data-pick-count]", chosen.length);
  put("[data-pick-hours]", hours(minutes));
  put("[data-pick-words]", chosen.length ? `${chosen.length} picked, ${hours(minutes)} h` : "Nothing picked");
  document.querySelectorAll("[data-pick-said]").forEach((field) => { field.value = chosen.length; });
  document.querySelectorAll("[data-pick-statement]").forEach((line) => {
    const { none, one, many } = line.dataset;
    line.textContent = [none, one][chosen.length] ?? many.replace("#", chosen.length);
  });
  document.querySelectorAll("[data-pick-needs]").forEach((button) => { button.disabled = !chosen.length; });
  document.querySelectorAll("[data-pick-all]").forEach((all) => {
    const own = within(all);
    all.checked = own.length > 0 && own.every((box) => box.checked);
    all.indeterminate = !all.checked && own.some((box) => box.checked);
  });
}

document.addEventListener("change", (event) => {
  const box = event.target;
  if (box.matches("[data-pick-all]")) within(box).forEach((each) => { each.checked = box.checked; });
  if (box.matches("[data-pick-all], input[name=pick]")) tell();
});

document.querySelectorAll("[data-pick-all]").forEach((all) => { all.closest("[hidden]")?.removeAttribute("hidden"); });
if (boxes().length) tell();
