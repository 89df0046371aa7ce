// A sheet of rows: Enter goes down a column, and rows never run out while somebody types.
const sheet = document.querySelector(".sheet tbody");

function addRow() {
  const last = sheet.rows[sheet.rows.length - 1];
  const row = last.cloneNode(true);
  const number = Number(last.cells[0].textContent) + 1;
  row.removeAttribute("class");
  row.cells[0].textContent = number;
  row.lastElementChild.textContent = "";
  for (const input of row.querySelectorAll("input")) {
    input.value = "";
    input.name = input.name.replace(/\d+$/, number);
    input.setAttribute("aria-label", input.getAttribute("aria-label").replace(/\d+/, number));
  }
  sheet.append(row);
}

function below(input) {
  const row = input.closest("tr");
  if (!row.nextElementSibling) addRow();
  return row.nextElementSibling.cells[input.closest("td").cellIndex].querySelector("input");
}

// Several cells pasted from a table go into as many; the columns are those of the sheet.
function spread(input, text) {
  let at = input;
  for (const line of text.replace(/\r?\n$/, "").split(/\r?\n/)) {
    let cell = at.closest("td");
    for (const words of line.split("\t")) {
      const field = cell?.querySelector("input");
      if (!field) break;
      field.value = words.trim();
      cell = cell.nextElementSibling;
    }
    at = below(at);
  }
  at.focus();
}

sheet?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.isComposing || event.target.tagName !== "INPUT") return;
  event.preventDefault();
  below(event.target).focus();
});
sheet?.addEventListener("input", (event) => {
  if (event.target.closest("tr") === sheet.lastElementChild) addRow();
});
sheet?.addEventListener("paste", (event) => {
  const text = event.clipboardData.getData("text/plain");
  if (!/[\t\n]/.test(text.trim())) return;
  event.preventDefault();
  spread(event.target, text);
});
