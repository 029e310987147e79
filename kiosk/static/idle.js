/** Nobody there? First the question, then home; at home the calm screen. */
import { isAsFound } from "./look.js";
import { follow, isResting, lie } from "./rest.js";

const ANSWER = 45;
const ask = document.querySelector(".ask");
const state = { touched: Date.now(), asked: 0, focus: null };

/** Return the seconds without a touch that are enough on this screen: half on a list. */
function patience() {
  const main = document.querySelector("main");
  const whole = Number(document.body.dataset.rest) || 120;
  return main.hasAttribute("data-list") || main.hasAttribute("data-home") ? whole / 2 : whole;
}

/** Tell whether the question is on the screen. */
export const isAsking = () => state.asked > 0;

/** Follow the clock; `leave` wipes everything and goes home. */
export function tick(leave) {
  const now = Date.now();
  // A clock that is set back must not keep a stranger's screen standing.
  state.touched = Math.min(state.touched, now);
  if (isResting()) follow(now);
  else if (state.asked) countDown(now, leave);
  else if (now - state.touched >= patience() * 1000) {
    if (document.querySelector("main[data-home]") && isAsFound()) lie();
    else question(now);
  }
}

function question(now) {
  state.asked = now;
  state.focus = document.activeElement;
  ask.hidden = false;
  ask.classList.add("ask--open");
  document.querySelector("main").inert = true;
  ask.querySelector("[data-do=stay]").focus();
  show(ANSWER);
}

function countDown(now, leave) {
  state.asked = Math.min(state.asked, now);
  const left = ANSWER - Math.floor((now - state.asked) / 1000);
  show(left);
  if (left > 0) return;
  state.touched = now;
  leave();
}

function show(seconds) {
  ask.querySelector(".ask__count").textContent = String(Math.max(seconds, 0));
}

/** Take the question away: somebody is there. */
export function answer() {
  if (!state.asked) return;
  state.asked = 0;
  ask.hidden = true;
  ask.classList.remove("ask--open");
  document.querySelector("main").inert = false;
  state.focus?.focus({ preventScroll: true });
  state.focus = null;
}

document.addEventListener("forget", () => {
  state.focus = null;
  answer();
});

for (const kind of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(kind, (event) => {
    state.touched = Date.now();
    // Whoever looks for the right key is given the full time again.
    if (state.asked) state.asked = state.touched;
    if (event.key === "Escape") answer();
  }, { capture: true, passive: true });
}
