// 可能已经录入: asked of the server while a title and a day are typed; what it tells is asked no more on saving.
const box = document.getElementById("alike");
const form = box?.closest("form");
const list = box?.querySelector("ul");
const seen = box?.querySelector("input");
const FIELDS = ["title", "starts_on", "ends_on"];
let later;
let asked = "";

function line({ address, title, note }) {
  const item = document.createElement("li");
  const link = document.createElement("a");
  link.href = address;
  link.target = "_blank";
  link.textContent = title;
  item.append(link, `（${note}）`);
  return item;
}

async function ask() {
  const [title, day] = FIELDS.map((name) => form.elements[name].value.trim());
  const query = new URLSearchParams(FIELDS.map((name) => [name, form.elements[name].value]));
  query.append("key", box.dataset.key);
  if (`${query}` === asked || title.length < 2 || !day) return;
  asked = `${query}`;
  try {
    const answer = await fetch(`${box.dataset.address}?${query}`);
    if (!answer.ok || `${query}` !== asked) return;
    const { found } = await answer.json();
    list.replaceChildren(...found.map(line));
    box.hidden = !found.length;
    const keys = new Set([...seen.value.split(","), ...found.map(({ key }) => `${key}`)].filter(Boolean));
    seen.value = [...keys].join(",");
  } catch {
    // Without an answer it is asked on saving.
  }
}

if (box) {
  for (const name of FIELDS) {
    for (const event of ["input", "change"]) {
      form.elements[name]?.addEventListener(event, () => {
        clearTimeout(later);
        later = setTimeout(ask, 300);
      });
    }
  }
}
