/**
 * Copies a ready text. A button names the text it copies (data-copy); beside it is said how that went.
 * Without this script one tap selects the whole text.
 */

async function copy(button) {
  const text = document.getElementById(button.dataset.copy);
  const told = button.parentElement.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(text.textContent);
    told.textContent = button.dataset.done;
  } catch {
    getSelection().selectAllChildren(text);
    told.textContent = button.dataset.failed;
  }
}

for (const button of document.querySelectorAll("[data-copy]")) {
  button.addEventListener("click", () => copy(button));
}
