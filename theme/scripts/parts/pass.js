/**
 * Passing a record on. The text is the one of the WhatsApp link: the device's own menu shares it, and
 * a device without such a menu copies it.
 */

const block = document.querySelector(".pass");

/** Share with the device's menu, or copy; where neither is allowed, the text is shown to be copied by hand. */
async function pass(button) {
  const text = new URL(block.querySelector("[href^='https://wa.me/']").href).searchParams.get("text");
  const told = block.querySelector("[role=status]");
  try {
    if (navigator.share) return await navigator.share({ title: document.title, text });
    await navigator.clipboard.writeText(text);
    told.textContent = button.dataset.done;
  } catch (why) {
    if (why.name !== "AbortError") told.textContent = text;
  }
}

block.querySelector("[data-share]").addEventListener("click", (event) => pass(event.currentTarget));
// Who is choosing for a neighbour has the choice behind the address.
if (location.hash.startsWith("#n")) import(block.dataset.take);
