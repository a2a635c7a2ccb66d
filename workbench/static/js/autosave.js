// Saves a form with data-autosave="URL" after a pause, on leaving a field and on leaving the page.
//
// The form is posted as it stands, with its token and its `version`. The answer is JSON: {version, saved_at} when it
// was kept, {words, compare} with status 409 when somebody else changed it. Only while words are unsent is a copy
// kept in this browser, never on a shared computer, and only then does leaving the page ask. What became of a save is
// told in [data-autosave-status="ID OF THE FORM"], anywhere on the page.

const PAUSE = 2000;
const LONGEST = 5000;

class Draft {
  constructor(form) {
    this.form = form;
    this.url = form.dataset.autosave;
    this.key = `draft:${this.url}`;
    this.keeps = !("shared" in form.dataset || "shared" in document.documentElement.dataset);
    this.status = document.querySelector(`[data-autosave-status="${CSS.escape(form.id)}"]`) ?? this.makeStatus();
    this.kept = this.asServed();
    this.dirtySince = 0;
    this.stopped = false;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("change", () => this.changed());
    form.addEventListener("focusout", () => this.save());
    form.addEventListener("submit", (event) => this.submitted(event));
    document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(true); });
    addEventListener("online", () => this.save());
    addEventListener("beforeunload", (event) => { if (this.unsent() && !this.leaving) event.preventDefault(); });
    this.offer();
    this.changed();
  }

  makeStatus() {
    const status = Object.assign(document.createElement("p"), { className: "saved" });
    status.setAttribute("role", "status");
    this.form.append(status);
    return status;
  }

  fields() {
    return [...new FormData(this.form)].filter(([name, value]) => typeof value === "string" && name !== "csrf_token" && name !== "version");
  }

  // What the server had put into the fields: words typed before this script ran are unsent already.
  asServed() {
    const served = [...this.form.elements].filter(({ name, type }) => name && !["csrf_token", "version"].includes(name) && !["submit", "button", "fieldset"].includes(type));
    const chosen = served.filter((field) => !["radio", "checkbox"].includes(field.type) || field.defaultChecked);
    return JSON.stringify(chosen.map((field) => [field.name, field.type === "radio" || field.type === "checkbox" ? field.value : field.defaultValue]));
  }

  text() { return JSON.stringify(this.fields()); }
  unsent() { return this.text() !== this.kept; }

  changed() {
    if (!this.unsent() || this.stopped) return;
    this.dirtySince ||= Date.now();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.save(), Math.max(0, Math.min(PAUSE, this.dirtySince + LONGEST - Date.now())));
  }

  // A save under way is waited for: sent beside it, the form would carry a version that is no more.
  submitted(event) {
    if (this.busy) {
      event.preventDefault();
      const { submitter } = event;
      this.underWay.then(() => this.form.requestSubmit(submitter));
      return;
    }
    this.leaving = true;
    clearTimeout(this.timer);
    this.forget();
  }

  save(leaving = false) {
    clearTimeout(this.timer);
    if (this.stopped || this.busy || this.leaving || !this.unsent()) return;
    this.busy = true;
    this.underWay = this.send(leaving);
  }

  async send(leaving) {
    const sent = this.text();
    this.dirtySince = 0;
    try {
      const body = new URLSearchParams([...new FormData(this.form)].filter(([, value]) => typeof value === "string"));
      const answer = await fetch(this.url, { method: "POST", body, headers: { Accept: "application/json" }, keepalive: leaving && body.toString().length < 60000 });
      await this.heard(answer, sent);
    } catch {
      this.failed = true;
      this.say("Not saved: the line is down. Your words stay in this page.", true);
      this.remember();
      this.timer = setTimeout(() => this.save(), LONGEST);
    } finally {
      this.busy = false;
    }
    if (!this.failed && this.unsent()) this.changed();
  }

  async heard(answer, sent) {
    const isJson = answer.headers.get("content-type")?.includes("json");
    const said = isJson ? await answer.json() : {};
    this.failed = !(answer.ok && isJson && !answer.redirected);
    if (!this.failed) {
      this.kept = sent;
      if (said.version !== undefined && this.form.elements.version) this.form.elements.version.value = said.version;
      this.forget();
      this.say(`Saved ${said.saved_at ?? ""}`.trim());
      return;
    }
    this.remember();
    if (answer.status === 409) {
      this.stopped = true;
      this.say(said.words ?? "Not saved: this was changed elsewhere, perhaps by you in another tab.", true, said.compare);
    } else if (answer.status === 401 || answer.redirected) {
      this.say("Not saved: your sign-in has ended. Sign in again in another tab, then type on here.", true);
    } else {
      this.say(said.words ?? "Not saved. Copy what you wrote before you leave this page.", true);
    }
  }

  say(words, isBad = false, compare = null) {
    this.status.classList.toggle("saved-bad", isBad);
    if (this.status.textContent !== words) this.status.textContent = words;
    if (compare) this.status.append(" ", Object.assign(document.createElement("a"), { href: compare, textContent: "Compare the two" }));
  }

  remember() {
    try { if (this.keeps) localStorage.setItem(this.key, this.text()); } catch { /* full or forbidden: the page still has it */ }
  }

  forget() {
    try { localStorage.removeItem(this.key); } catch { /* forbidden: nothing was kept */ }
  }

  offer() {
    let copy = null;
    try { copy = this.keeps ? localStorage.getItem(this.key) : null; } catch { return; }
    if (!copy || copy === this.kept) return;
    const button = Object.assign(document.createElement("button"), { type: "button", className: "btn btn-quiet", textContent: "Put them back" });
    button.addEventListener("click", () => this.restore(JSON.parse(copy)));
    this.say("This computer kept words that were not sent.", true);
    this.status.append(" ", button);
  }

  restore(pairs) {
    for (const [name, value] of pairs) {
      for (const field of this.form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
        if (field.type === "radio" || field.type === "checkbox") field.checked ||= field.value === value;
        else field.value = value;
      }
    }
    this.say("Put back; saving.");
    this.save();
  }
}

document.querySelectorAll("form[data-autosave]").forEach((form) => new Draft(form));
