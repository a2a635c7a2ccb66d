// The quick entry says how it reads what is typed. form[data-reads="URL"] asks URL?q=… and puts the answer, JSON with
// `reads` (day and length), `rest` (the other words) and `problem`, into [data-reads-words].

for (const form of document.querySelectorAll("form[data-reads]")) {
  const input = form.querySelector("input[name=q]");
  const words = form.querySelector("[data-reads-words]");
  if (!input || !words) continue;
  let timer;
  let asked;

  const tell = ({ reads, rest, problem }) => {
    words.replaceChildren();
    words.classList.toggle("saved-bad", Boolean(problem));
    if (problem) { words.append(problem); return; }
    words.append("Reads as ", Object.assign(document.createElement("strong"), { className: "num", textContent: reads ?? "" }), rest ?? "");
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    try {
      const answer = await fetch(`${form.dataset.reads}?${new URLSearchParams({ q: input.value })}`, { headers: { Accept: "application/json" }, signal: asked.signal });
      if (answer.ok) tell(await answer.json());
    } catch { /* no line: the form still works as it stands */ }
  };

  words.setAttribute("aria-live", "polite");
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 250); });
  input.addEventListener("keydown", (event) => { if (event.key === "Escape") input.blur(); });
}
