// What is typed into a form of the desk stays in this browser until it is saved, and is offered again.
const DAYS_KEPT = 7;
const PREFIX = "desk ";
const mark = document.querySelector("[name=desk_form]");
const form = mark?.form;

function read(key) {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch {
    return null;
  }
}

// The server says in a cookie which form it saved: what was kept of it, and what is old, goes.
function forgetSaved() {
  const saved = document.cookie.match(/(?:^|; )desk_saved=([^;]*)/)?.[1];
  const oldest = Date.now() - DAYS_KEPT * 24 * 60 * 60 * 1000;
  for (const key of Object.keys(localStorage).filter((name) => name.startsWith(PREFIX))) {
    const kept = read(key);
    if (!kept || kept.id === saved || kept.at < oldest) localStorage.removeItem(key);
  }
  if (saved) document.cookie = "desk_saved=; path=/; max-age=0; samesite=lax";
}

function typedNow() {
  return [...new FormData(form)].filter(
    ([name, value]) => typeof value === "string" && name !== "csrfmiddlewaretoken",
  );
}

// All that the form holds, files by their names, to see whether anything was changed.
function asOne() {
  return JSON.stringify([...new FormData(form)].map(([name, value]) => [name, value.name ?? value]));
}

function keepTyped(key) {
  try {
    localStorage.setItem(key, JSON.stringify({ id: mark.value, at: Date.now(), entries: typedNow() }));
  } catch {
    // The browser's store is full or shut: leaving still asks.
  }
}

// Sent back to the server, which shows it as it was typed, rows and all; it writes nothing.
function bringBack(entries) {
  const again = document.createElement("form");
  again.method = "post";
  const token = form.querySelector("[name=csrfmiddlewaretoken]").value;
  for (const [name, value] of [...entries, ["csrfmiddlewaretoken", token], ["_restore", "1"]]) {
    const field = document.createElement("textarea");
    field.name = name;
    field.value = value;
    again.append(field);
  }
  again.hidden = true;
  document.body.append(again);
  again.submit();
}

function button(words, act) {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button";
  made.textContent = words;
  made.addEventListener("click", act);
  return made;
}

function offer(key, kept) {
  const at = new Date(kept.at).toLocaleString("zh-CN", { dateStyle: "medium", timeStyle: "short" });
  const line = document.createElement("p");
  line.className = "module desk-offer";
  line.setAttribute("role", "status");
  line.append(`这个浏览器里还有 ${at} 填写、没有保存的内容。`);
  line.append(
    button("接着填写", () => bringBack(kept.entries)),
    button("不要了", () => {
      localStorage.removeItem(key);
      line.remove();
    }),
  );
  form.prepend(line);
}

function watch(key, isTyped) {
  let later;
  let isSent = false;
  let opened = asOne();
  // The other scripts of the page make of the form what they need, which nobody typed.
  document.addEventListener("DOMContentLoaded", () => (opened = isTyped ? opened : asOne()));
  const noteTyped = () => {
    // Editors and choices by search report changes of their own while the page is still opening.
    if (!isTyped && asOne() === opened) return;
    isTyped = true;
    clearTimeout(later);
    later = setTimeout(() => keepTyped(key), 400);
  };
  for (const event of ["input", "change", "formset:added", "formset:removed"]) form.addEventListener(event, noteTyped);
  window.django?.jQuery(form).on("change", noteTyped); // choices by search tell nobody else
  form.addEventListener("submit", (event) => {
    isSent = event.submitter?.formTarget !== "_blank"; // a preview leaves the form where it is
    if (isTyped) keepTyped(key);
  });
  window.addEventListener("pageshow", () => (isSent = false));
  window.addEventListener("beforeunload", (event) => {
    if (isTyped && !isSent) event.preventDefault();
  });
}

function showFirstError() {
  const error = document.querySelector("#content form .errorlist:not(.nonfield), #content form .errorlist");
  if (!error) return;
  for (let around = error.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  const place = error.closest(".line-field, .form-row, td, .inline-related, .module") ?? error;
  place.querySelector("input:not([type=hidden]), select, textarea")?.focus({ preventScroll: true });
  place.scrollIntoView({ block: "center" });
}

forgetSaved();
if (form) {
  const key = `${PREFIX}${mark.dataset.user} ${location.pathname}${location.search}`;
  const kept = read(key);
  const isSame = kept?.id === mark.value;
  if (kept && !isSame) offer(key, kept);
  if (mark.dataset.kept === "yes") watch(key, isSame);
}
showFirstError();
