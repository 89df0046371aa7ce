// Says that a file is on its way: until all of it has come, the server cannot. Without it the browser's own sign does.
const form = document.querySelector("form.desk-step");
const said = form.querySelector("[data-sending]");

form.addEventListener("submit", (event) => {
  if (said.textContent) event.preventDefault();
  said.textContent = said.dataset.sending;
});
addEventListener("pageshow", () => {
  said.textContent = "";
});
