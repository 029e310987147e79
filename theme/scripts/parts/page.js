/** Keeps a page true at view time, prints it when asked, and keeps a copy for when there is no internet. */

rules.made = (age, local) => {
  age.hidden = daysFrom(age.dataset.made, local) <= 14;
};

/**
 * Bring a page, or a part of it, up to the minute.
 * @param {ParentNode} root
 * @param {Date} now
 */
export function refresh(root = document, now = new Date()) {
  // Swedish is written as the standard has it: 2026-11-24 09:00:00.
  const local = now.toLocaleString("sv", { timeZone: "Europe/Amsterdam" }).slice(0, 16).replace(" ", "T");
  for (const name in rules) for (const found of root.querySelectorAll(`[data-${name}]`)) rules[name](found, local);
}

refresh();
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

// The copy without internet, beside the manifest; a kiosk has neither. Whoever saves data gets none.
const [worker, app] = [navigator.serviceWorker, document.querySelector("[rel=manifest]")];
if (worker && app && !navigator.connection?.saveData) {
  addEventListener("load", () => worker.register(new URL("sw.js", app.href)).catch(() => {}));
}
