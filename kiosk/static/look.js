/** How a visitor has set the screen. It stands in <html> and nowhere else, so that a reset forgets it. */

const root = document.documentElement;
const CONTRASTS = ["gewoon", "zwart", "wit"];
const SIZES = 4;

/** Tell whether the screen is as every visitor finds it. */
export const isAsFound = () => root.dataset.size === "1" && root.dataset.contrast === CONTRASTS[0];

/** Make the letters one size larger; after the largest comes the smallest. */
export function larger() {
  root.dataset.size = String((Number(root.dataset.size) % SIZES) + 1);
  tell(`Letters: stand ${root.dataset.size} van ${SIZES}`);
  document.dispatchEvent(new Event("arrive"));
}

/** Take the next contrast: the village's own, light on black, black on white. */
export function otherContrast() {
  root.dataset.contrast = CONTRASTS[(CONTRASTS.indexOf(root.dataset.contrast) + 1) % CONTRASTS.length];
  tell({ gewoon: "Gewone kleuren", zwart: "Wit op zwart", wit: "Zwart op wit" }[root.dataset.contrast]);
}

let shown;

/** Tell something to who cannot see the screen; `aloud` shows it for a while to everybody. */
export function tell(text, aloud = false) {
  const told = document.querySelector(".told");
  told.textContent = text;
  told.classList.toggle("unseen", !aloud);
  clearTimeout(shown);
  if (aloud) shown = setTimeout(() => tell(""), 8000);
}

document.addEventListener("forget", () => {
  root.dataset.size = "1";
  root.dataset.contrast = CONTRASTS[0];
  tell("");
});
