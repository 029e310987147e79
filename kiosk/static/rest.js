/** At rest: the village's sign and, calmly, what happens today. The first touch only wakes. */
import { fit } from "./scroll.js";
import { refresh } from "./now.js";
import { renew } from "./travel.js";

const SECONDS = { slide: 12, renew: 300 };
const WAKING = 700;
const rest = { screen: null, slide: -1, slid: 0, renewed: 0, woken: -WAKING };

/** Tell whether the screen is at rest. */
export const isResting = () => Boolean(rest.screen);

/** Go to rest. */
export function lie() {
  const content = document.getElementById("rest").content.cloneNode(true);
  rest.screen = content.querySelector(".attract");
  // Nothing else can be seen now, so this is what the page is about.
  rest.screen.setAttribute("role", "main");
  rest.slide = -1;
  document.body.append(content);
  document.body.classList.add("resting");
  turnSlide();
}

/** Follow the clock while at rest: the next slide, and now and then whether there is news. */
export function follow(now) {
  if (now - rest.slid >= SECONDS.slide * 1000) turnSlide();
  if (now - rest.renewed >= SECONDS.renew * 1000) {
    rest.renewed = now;
    renew();
  }
}

/** Show the next thing that happens; without one the slogan stays. */
function turnSlide() {
  rest.slid = Date.now();
  const slots = [...document.querySelectorAll("main .slot")].filter((slot) => !slot.closest("[hidden]") && !slot.querySelector("s"));
  if (!slots.length) return;
  rest.slide = (rest.slide + 1) % slots.length;
  const slot = slots[rest.slide];
  const text = (part) => part?.textContent.trim() ?? "";
  const day = text(slot.closest("[data-date]")?.querySelector("[data-near]"));
  const show = (selector, words) => { rest.screen.querySelector(selector).textContent = words; };
  show(".attract__time", text(slot.querySelector(".slot__time")));
  show(".attract__what b", text(slot.querySelector(".slot__name")));
  show(".attract__what span", [day, text(slot.querySelector(".slot__where"))].filter(Boolean).join(", "));
}

/** Wake up at the first touch, which does nothing else. */
function wake(event) {
  if (!rest.screen) return;
  event.preventDefault();
  event.stopPropagation();
  rest.woken = Date.now();
  rest.screen.remove();
  rest.screen = null;
  document.body.classList.remove("resting");
  refresh(document);
  fit();
}

for (const kind of ["pointerdown", "keydown", "wheel"]) addEventListener(kind, wake, { capture: true, passive: false });

// What lies under the waking finger must not be pressed when it goes up.
addEventListener("click", (event) => {
  if (Date.now() - rest.woken >= WAKING) return;
  rest.woken = -WAKING;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
