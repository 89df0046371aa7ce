// Buttons that copy a text of the page; without script there is only the text, to be copied by hand.

for (const button of document.querySelectorAll("button[data-copies]")) {
  const text = document.getElementById(button.dataset.copies);
  const words = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    button.textContent = (await copied(text)) ? "已复制" : "请按 Ctrl+C 复制";
    setTimeout(() => (button.textContent = words), 3000);
  });
}

// The modern way needs an encrypted connection, which an office's own network may lack.
async function copied(text) {
  try {
    await navigator.clipboard.writeText(text.textContent);
    return true;
  } catch {
    getSelection().selectAllChildren(text);
    return document.execCommand("copy");
  }
}
