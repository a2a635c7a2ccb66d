// Tells along what each task of a rating got: at its fold, in the list beside the form, in the count and in the dots.
// A fold "#ID-fold" holds [data-scale] with data-title; [data-rated] holds the number of tasks that are rated.

const form = document.querySelector("#rate");
const links = [...document.querySelectorAll(".rate-list li a")];
const dots = [...document.querySelectorAll(".steps circle")];

function got(fold) {
  const said = [];
  for (const scale of fold.querySelectorAll("[data-scale]")) {
    const { value } = scale.querySelector("input:checked") ?? {};
    if (value === undefined) continue;
    const isPoint = /^\d+$/.test(value);
    said.push(isPoint ? `${scale.dataset.title} ${value}` : value.replaceAll("_", " "));
    if (!isPoint) break;
  }
  return said.join(", ");
}

function tell(fold) {
  const words = got(fold);
  if (!words) return;
  fold.querySelector("summary .got").textContent = words;
  const place = links.findIndex((link) => link.hash === `#${fold.id}`);
  if (place < 0) return;
  links[place].parentElement.classList.remove("is-open");
  links[place].parentElement.querySelector(".got").textContent = words;
  dots[place]?.setAttribute("class", "done");
  const count = links.filter((link) => !link.parentElement.matches(".is-open")).length;
  document.querySelectorAll("[data-rated]").forEach((element) => { element.textContent = count; });
}

form?.addEventListener("change", (event) => {
  const fold = event.target.closest(".fold");
  if (fold) tell(fold);
});
