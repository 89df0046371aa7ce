// A pasted paragraph, read by the server and offered beside the fields of the form. Nothing is saved here, and
// what somebody has filled in is replaced only where that very offer is taken.
const box = document.getElementById("paragraph");
const form = box?.closest("form") ?? document.querySelector("#activity_form");
const said = box?.querySelector("[role=status]");
const all = box?.querySelector("[data-all]");
const ROWS = { figures: "活动数据", participants: "参与人", partnerships: "合作单位" };
const KEY = { figures: "name", participants: "name", partnerships: "partner" }; // what tells two rows apart
const ADDING = ".intake-offer button:not([data-replaces])";

function put(id, value) {
  const field = document.getElementById(id);
  if (!field || value === null || value === undefined) return;
  field.value = value;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}

function pick(id, { id: key, text }) {
  const select = document.getElementById(id);
  if (!select) return;
  const known = [...select.options].find((option) => option.value === String(key));
  if (known) known.selected = true;
  else select.append(new Option(text, key, true, true));
  window.django.jQuery(select).trigger("change");
}

// What a field holds, a day as the reader writes it.
function now(id) {
  const value = document.getElementById(id)?.value.trim() ?? "";
  return value.replace(/^(\d{4})\/(\d\d?)\/(\d\d?)$/, (_, ...parts) => parts.slice(0, 3).map((one) => one.padStart(2, "0")).join("-"));
}

function isPicked(id, { id: key }) {
  return [...(document.getElementById(id)?.selectedOptions ?? [])].some((one) => one.value === String(key));
}

// The number of the row that is about the same figure, person or partner; undefined where there is none.
function sameRow(list, { set, choose = {} }) {
  const key = KEY[list];
  const wanted = String(choose[key]?.id ?? set[key]);
  return [...Array(Number(document.getElementById(`id_${list}-TOTAL_FORMS`).value)).keys()].find((number) => {
    const at = `id_${list}-${number}`;
    return now(`${at}-${key}`) === wanted && !document.getElementById(`${at}-DELETE`)?.checked;
  });
}

function fillRow(list, { set, choose = {} }, number) {
  for (const [name, value] of Object.entries(set)) put(`id_${list}-${number}-${name}`, value);
  for (const [name, chosen] of Object.entries(choose)) pick(`id_${list}-${number}-${name}`, chosen);
}

function addRow(list, row) {
  document.querySelector(`#${list}-group .add-row a`).click();
  fillRow(list, row, document.getElementById(`id_${list}-TOTAL_FORMS`).value - 1);
}

function offerRow(place, list, row, shown) {
  const known = row.set && sameRow(list, row);
  if (known === undefined) {
    offer(place, shown, "", row.set && (() => addRow(list, row)));
    return;
  }
  const differs = Object.entries(row.set).filter(([name, value]) => now(`id_${list}-${known}-${name}`) !== value);
  const old = differs.map(([name]) => now(`id_${list}-${known}-${name}`)).find(Boolean) ?? "空着";
  if (list !== "partnerships" && differs.length) offer(place, shown, "", () => fillRow(list, row, known), old);
}

// Takes the present words of a field, if any, that accepting would replace.
function offer(place, shown, note, accept, old = "") {
  const line = document.createElement("p");
  line.className = "intake-offer";
  const words = document.createElement("span");
  const notes = [note, old && `现在填的是“${old.length > 30 ? `${old.slice(0, 30)}……` : old}”`].filter(Boolean);
  words.textContent = notes.length ? `${shown}（${notes.join("；")}）` : shown;
  line.append(words);
  if (accept) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = old ? "换成这个" : "采用";
    if (old) button.dataset.replaces = "";
    button.addEventListener("click", () => {
      line.remove();
      accept();
      all.hidden = !document.querySelector(ADDING);
    });
    line.append(button);
  }
  place.append(line);
  return line;
}

function beside(name) {
  const field = document.getElementById(`id_${name}`);
  return field?.closest(".form-row") ?? box;
}

// A paragraph that calls a figure by name needs the figure.
function acceptFigures() {
  for (const button of document.querySelectorAll(`#figures-group ${ADDING}`)) button.click();
}

function show({ fields, choices, rows, unknown }) {
  for (const one of fields) {
    const old = now(`id_${one.beside}`);
    if (old === one.set[one.beside]) continue;
    const accept = () => {
      for (const [name, value] of Object.entries(one.set)) put(`id_${name}`, value);
      if (one.beside === "summary") acceptFigures();
    };
    offer(beside(one.beside), `读出：${one.shown}`, one.note, accept, old);
  }
  for (const { beside: name, shown, choose } of choices) {
    if (choose && isPicked(`id_${name}`, choose)) continue;
    offer(beside(name), choose ? `读出：${shown}` : shown, "", choose && (() => pick(`id_${name}`, choose)));
  }
  for (const [list, label] of Object.entries(ROWS)) {
    const place = document.getElementById(`${list}-group`);
    for (const row of rows[list]) {
      if (place) offerRow(place, list, row, `${label}：${row.shown}`);
    }
  }
  for (const text of unknown) offer(beside("summary"), `原文的数看不清：“${text}”，没有读成数据。`, "", null);
  all.hidden = !document.querySelector(ADDING);
  said.textContent = document.querySelector(".intake-offer")
    ? "读出的内容列在下面各项旁边。"
    : "没有读出可以填写的内容，或者都已经填好了。";
}

async function readParagraph() {
  for (const old of document.querySelectorAll(".intake-offer")) old.remove();
  said.textContent = "正在读……";
  const typed = document.getElementById("id_starts_on")?.value.slice(0, 4) ?? "";
  const body = new FormData();
  body.append("csrfmiddlewaretoken", form.querySelector("[name=csrfmiddlewaretoken]").value);
  body.append("text", document.getElementById("paragraph-text").value);
  if (/^\d{4}$/.test(typed)) body.append("year", typed);
  try {
    const answer = await fetch(box.dataset.address, { method: "POST", body });
    const found = await answer.json();
    if (answer.ok) show(found);
    else said.textContent = found.error;
  } catch {
    said.textContent = "没有读成，请刷新页面再试。";
  }
}

if (box) {
  box.hidden = false;
  box.querySelector("[data-read]").addEventListener("click", readParagraph);
  all.addEventListener("click", () => {
    for (const button of [...document.querySelectorAll(ADDING)]) {
      if (button.isConnected) button.click();
    }
    const left = document.querySelectorAll("[data-replaces]").length;
    said.textContent = left ? `都采用了；已经填了的 ${left} 项没有动，要换的请逐项点“换成这个”。` : "都采用了。";
  });
}
