/** What a finger, a mouse or a keyboard may not do on a shared screen. */

const REFUSED = ["contextmenu", "dragstart", "selectstart", "copy", "cut", "paste", "auxclick"];

/** Refuse menus, dragging, selecting, copying, new windows and zooming. */
export function guard() {
  for (const kind of REFUSED) addEventListener(kind, (event) => event.preventDefault(), true);
  addEventListener("wheel", (event) => { if (event.ctrlKey) event.preventDefault(); }, { passive: false });
  addEventListener("touchmove", (event) => { if (event.touches.length > 1) event.preventDefault(); }, { passive: false });
}

document.addEventListener("forget", () => {
  getSelection()?.removeAllRanges();
  document.activeElement?.blur();
});
