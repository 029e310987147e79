/**
 * Passing a record on. The text is the one of the WhatsApp link: the device's own menu shares it, and
 * a device without such a menu copies it. Who comes from a selection for a neighbour takes it along:
 * it stands behind the address (#n4821.3310) and is passed from page to page, kept nowhere.
 */

const block = document.querySelector(".pass");
const text = new URL(block.querySelector("a[href^='https://wa.me/']").href).searchParams.get("text");
const told = block.querySelector("[role=status]");

/** Share with the device's menu, or copy; where neither is allowed, the text is shown to be copied by hand. */
async function pass(button) {
  try {
    if (navigator.share) return await navigator.share({ title: document.title, text });
    await navigator.clipboard.writeText(text);
    told.textContent = button.dataset.done;
  } catch (why) {
    if (why.name !== "AbortError") told.textContent = text;
  }
}

const button = block.querySelector("[data-share]");
button.addEventListener("click", () => pass(button));

const taken = location.hash.match(/^#n(\d+(?:\.\d+)*)$/)?.[1].split(".") ?? [];
if (taken.length) {
  const pick = block.querySelector("[data-pick]");
  const all = [...new Set([...taken, pick?.dataset.pick].filter(Boolean))];
  if (pick) pick.hash = `n${all.join(".")}`;
  for (const link of document.querySelectorAll("[data-code] a[href*='/'], .crumbs a")) {
    if (link.origin === location.origin && !link.hash) link.hash = `n${taken.join(".")}`;
  }
}
