// A pasted paragraph, read by the server and offered beside the fields of the form. Nothing is saved here.
const box = document.getElementById("paragraph");
const form = box?.closest("form") ?? document.querySelector("#activity_form");
const said = box?.querySelector("[role=status]");
const all = box?.querySelector("[data-all]");
const ROWS = { figures: "数据", participants: "参与人", partnerships: "合作单位" };

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

function addRow(list, { set, choose = {} }) {
  document.querySelector(`#${list}-group .add-row a`).click();
  const number = document.getElementById(`id_${list}-TOTAL_FORMS`).value - 1;
  for (const [name, value] of Object.entries(set)) put(`id_${list}-${number}-${name}`, value);
  for (const [name, chosen] of Object.entries(choose)) pick(`id_${list}-${number}-${name}`, chosen);
}

function offer(place, shown, note, accept) {
  const line = document.createElement("p");
  line.className = "intake-offer";
  const words = document.createElement("span");
  words.textContent = note ? `${shown}（${note}）` : shown;
  line.append(words);
  if (accept) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "采用";
    button.addEventListener("click", () => {
      line.remove();
      accept();
      all.hidden = !document.querySelector(".intake-offer button");
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
  for (const button of document.querySelectorAll("#figures-group .intake-offer button")) button.click();
}

function show({ fields, choices, rows, unknown }) {
  for (const one of fields) {
    offer(beside(one.beside), `读出：${one.shown}`, one.note, () => {
      for (const [name, value] of Object.entries(one.set)) put(`id_${name}`, value);
      if (one.beside === "summary") acceptFigures();
    });
  }
  for (const { beside: name, shown, choose } of choices) {
    offer(beside(name), shown, "", choose && (() => pick(`id_${name}`, choose)));
  }
  for (const [list, label] of Object.entries(ROWS)) {
    const place = document.getElementById(`${list}-group`);
    for (const row of rows[list]) {
      if (place) offer(place, `${label}：${row.shown}`, "", row.set && (() => addRow(list, row)));
    }
  }
  for (const text of unknown) offer(beside("summary"), `原文的数看不清：“${text}”，没有读成数据。`, "", null);
  all.hidden = !document.querySelector(".intake-offer button");
  said.textContent = all.hidden ? "没有读出可以填写的内容。" : "读出的内容列在下面各项旁边。";
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
    for (const button of [...document.querySelectorAll(".intake-offer button")]) {
      if (button.isConnected) button.click();
    }
  });
}
