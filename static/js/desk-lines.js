// Rows typed one to a line: what is typed is read by the server while one types, Enter takes the first offer or
// the one that the arrows chose. The server does the same with lines that are sent as they were typed.
const UNDERSTOOD = ".field-understood .readonly";

function put(id, value) {
  const field = document.getElementById(id);
  if (!field) return;
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function pick(id, key, text) {
  const select = document.getElementById(id);
  if (!select) return;
  const known = [...select.options].find((option) => option.value === key);
  if (known) known.selected = true;
  else select.append(new Option(text, key, true, true));
  window.django.jQuery(select).trigger("change");
}

class Box {
  constructor(place) {
    this.place = place;
    this.group = place.closest(".inline-group");
    this.prefix = this.group.id.replace(/-group$/, "");
    this.field = place.querySelector("textarea");
    this.list = place.querySelector("ul");
    this.said = place.querySelector("[role=status]");
    this.offers = [];
    this.at = 0;
    this.typed = ""; // the line that the offers are for
    this.waiting = 0;
    this.work = Promise.resolve(); // lines become rows one after the other, in the order typed
    this.field.setAttribute("role", "combobox");
    this.field.setAttribute("aria-expanded", "false");
    this.field.setAttribute("aria-controls", this.list.id);
    this.field.addEventListener("input", (event) => this.note(event));
    this.field.addEventListener("compositionend", () => this.note({})); // the last word of an input method
    this.field.addEventListener("keydown", (event) => this.press(event));
    this.field.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => this.choose(event));
    this.group.addEventListener("keydown", (event) => this.leaveRow(event));
    for (const event of ["input", "change"]) this.group.addEventListener(event, (told) => this.noteRow(told));
  }

  get beside() {
    return this.field.form.elements[this.place.dataset.beside]?.value ?? "";
  }

  note(event) {
    clearTimeout(this.later);
    if (event.isComposing) return;
    if (this.field.value.includes("\n")) this.takeAll();
    else this.later = setTimeout(() => this.show(this.field.value.trim()), 150);
  }

  async ask(line, adds = "") {
    const said = new URLSearchParams({ line, beside: this.beside, adds });
    const token = this.field.form.elements.csrfmiddlewaretoken.value;
    const sent = adds ? { method: "POST", body: said, headers: { "X-CSRFToken": token } } : {};
    const answer = await fetch(adds ? this.place.dataset.address : `${this.place.dataset.address}?${said}`, sent);
    if (!answer.ok) throw new Error(answer.status);
    return (await answer.json()).offers;
  }

  async show(line) {
    if (!line) return this.close();
    try {
      const offers = await this.ask(line);
      if (line !== this.field.value.trim() || document.activeElement !== this.field) return;
      Object.assign(this, { offers, typed: line, at: 0 });
      this.draw();
    } catch {
      this.close();
    }
  }

  draw() {
    const items = this.offers.map(({ shown, note }, number) => {
      const item = document.createElement("li");
      item.id = `${this.list.id}-${number}`;
      item.setAttribute("role", "option");
      item.setAttribute("aria-selected", String(number === this.at));
      const small = document.createElement("small");
      small.textContent = note;
      item.append(shown, small);
      return item;
    });
    this.list.replaceChildren(...items);
    this.list.hidden = !items.length;
    this.field.setAttribute("aria-expanded", String(items.length > 0));
    this.field.setAttribute("aria-activedescendant", items[this.at]?.id ?? "");
    if (items.length) this.list.scrollIntoView({ block: "nearest" });
  }

  close() {
    clearTimeout(this.later);
    Object.assign(this, { offers: [], typed: "", at: 0 });
    this.draw();
  }

  press(event) {
    if (event.isComposing || event.keyCode === 229) return; // Enter ends a word of the input method
    if (event.key === "Enter") {
      event.preventDefault();
      if (this.field.value.includes("\n")) this.takeAll();
      else if (this.field.value.trim()) this.take(this.field.value, this.chosen());
    } else if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!this.offers.length) return;
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : this.offers.length - 1;
      this.at = (this.at + step) % this.offers.length;
      this.draw();
    } else if (event.key === "Escape" && this.offers.length) {
      event.stopPropagation();
      this.close();
    }
  }

  chosen() {
    return this.typed === this.field.value.trim() ? this.offers[this.at] : undefined;
  }

  choose(event) {
    const item = event.target.closest("li");
    if (!item) return;
    event.preventDefault(); // the box keeps the focus
    this.take(this.field.value, this.offers[[...this.list.children].indexOf(item)]);
  }

  takeAll() {
    const lines = this.field.value.split("\n");
    for (const line of lines) if (line.trim()) this.take(line);
  }

  take(typed, offer) {
    this.field.value = "";
    this.close();
    this.waiting += 1;
    this.work = this.work.then(() => this.becomeRow(typed.trim(), offer)).finally(() => (this.waiting -= 1));
  }

  async becomeRow(line, offer) {
    try {
      let taken = offer ?? (await this.ask(line))[0];
      if (!offer && !taken?.is_sure) return this.giveBack(line); // it has to be seen first
      for (const one of taken.lines) await this.becomeRow(one);
      if (taken.lines.length) return;
      if (taken.adds) taken = (await this.ask(line, taken.adds)).find(({ is_sure }) => is_sure);
      this.addRow(taken);
      this.say(`已加上：${taken.shown}`);
    } catch {
      this.giveBack(line);
      this.say(`“${line}”没有加上，请核对后再按回车。`, true);
    }
  }

  giveBack(line) {
    this.field.value = [line, this.field.value].filter(Boolean).join("\n");
    if (this.field.value === line) this.show(line);
  }

  say(words, isRefusal = false) {
    this.said.textContent = words;
    this.said.classList.toggle("is-refusal", isRefusal);
  }

  addRow({ values, labels, note }) {
    this.group.querySelector(".add-row a").click();
    const number = document.getElementById(`id_${this.prefix}-TOTAL_FORMS`).value - 1;
    for (const [name, value] of Object.entries(values)) {
      const id = `id_${this.prefix}-${number}-${name}`;
      if (name in labels) pick(id, value, labels[name]);
      else put(id, value);
    }
    tell(document.getElementById(`${this.prefix}-${number}`), note);
  }

  // Enter in a row leads on to the next line; it would save the form.
  leaveRow(event) {
    if (event.key !== "Enter" || event.isComposing || !event.target.matches(".line-fields input")) return;
    event.preventDefault();
    this.field.focus();
  }

  // What a row is understood as is told anew while its words are changed.
  noteRow({ target }) {
    const row = target.closest(".line");
    if (!row?.querySelector(UNDERSTOOD)) return;
    clearTimeout(this.told);
    this.told = setTimeout(async () => {
      const words = [...row.querySelectorAll(".line-fields input[type=text]")].map((field) => field.value.trim());
      try {
        const offers = words.every(Boolean) ? await this.ask(words.join(" ")) : [];
        tell(row, offers[0]?.note ?? "");
      } catch {
        tell(row, "");
      }
    }, 300);
  }
}

function tell(row, note) {
  const place = row.querySelector(UNDERSTOOD);
  if (place) place.textContent = note;
}

const boxes = [...document.querySelectorAll(".lines-box")].map((place) => new Box(place));
const form = boxes[0]?.field.form;

// A line that is on its way into its row is waited for.
form?.addEventListener(
  "submit",
  (event) => {
    if (!boxes.some(({ waiting }) => waiting)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    Promise.all(boxes.map(({ work }) => work)).then(() => form.requestSubmit(event.submitter));
  },
  true,
);
