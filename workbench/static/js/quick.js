// The entry bar says how it reads what is typed. form[data-reads="URL"] asks URL?q=… for words, which it puts into
// [data-reads-words]; what was shown and could be logged so goes along as `seen`, so that sending it logs at once.

for (const form of document.querySelectorAll("form[data-reads]")) {
  const input = form.querySelector("input[name=q]");
  const seen = form.querySelector("input[name=seen]");
  const words = form.querySelector("[data-reads-words]");
  if (!input || !seen || !words) continue;
  let timer;
  let asked;

  const tell = (text, html) => {
    const answer = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
    if (!answer) return;
    words.replaceChildren(...answer.childNodes);
    seen.value = "complete" in answer.dataset ? text : "";
  };

  const ask = async () => {
    asked?.abort();
    asked = new AbortController();
    const text = input.value;
    try {
      const answer = await fetch(`${form.dataset.reads}?${new URLSearchParams({ q: text })}`, { signal: asked.signal });
      if (answer.ok && text === input.value) tell(text, await answer.text());
    } catch { /* no line: the form still works as it stands */ }
  };

  input.addEventListener("input", () => { seen.value = ""; clearTimeout(timer); timer = setTimeout(ask, 150); });
  input.addEventListener("keydown", (event) => { if (event.key === "Escape") input.blur(); });
}
