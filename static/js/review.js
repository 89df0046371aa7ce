// The review by keyboard, and the words of the proposal in hand marked in the text. Without it the page's own
// links and buttons do the same.
const cards = [...document.querySelectorAll("[data-proposal]")];
const source = document.querySelector(".intake-source");
let current = null;

function choose(card) {
  current?.classList.remove("is-current");
  for (const span of source.querySelectorAll(".is-current")) span.classList.remove("is-current");
  current = card;
  card.classList.add("is-current");
  const spans = source.querySelectorAll(`[data-of~="${card.dataset.proposal}"]`);
  for (const span of spans) span.classList.add("is-current");
  if (spans.length) {
    const from = spans[0].getBoundingClientRect().top - source.getBoundingClientRect().top;
    source.scrollTop += from - source.clientHeight / 4;
  }
}

function step(by) {
  const next = cards[cards.indexOf(current) + by];
  if (next) {
    choose(next);
    next.scrollIntoView({ block: "nearest" });
  }
}

function press(key) {
  current?.querySelector(`[data-key="${key}"]`)?.click();
}

const KEYS = { j: () => step(1), k: () => step(-1), Enter: () => press("a") };
for (const key of ["a", "e", "m", "d"]) KEYS[key] = () => press(key);

document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest("input, select, textarea, button, a, summary");
  if (isTyping && (event.key === "Enter" || !isTyping.matches("button, a, summary"))) return;
  if (event.ctrlKey || event.metaKey || event.altKey || !(event.key in KEYS)) return;
  event.preventDefault();
  KEYS[event.key]();
});

for (const card of cards) {
  card.addEventListener("click", (event) => {
    choose(card);
    if (event.target.closest("a[href^='#s-']")) {
      event.preventDefault();
      source.scrollIntoView({ block: "nearest" });
    }
  });
}

source.addEventListener("click", (event) => {
  const span = event.target.closest(".intake-span");
  const card = span && document.getElementById(span.getAttribute("href").slice(1));
  if (card && cards.includes(card)) choose(card);
});

const first = document.getElementById(location.hash.slice(1));
if (cards.length) choose(cards.includes(first) ? first : cards[0]);
