/**
 * The kiosk: a shared screen that forgets everything.
 *
 * Every screen is plain HTML that works without a script; each of these adds one thing.
 *   now.js     hides what is past and says when somebody answers (the website has it too)
 *   travel.js  moves on without loading a page, so that nothing has to be stored to be carried along
 *   look.js    text size and contrast
 *   scroll.js  keys beside what does not fit
 *   rest.js    the calm screen while nobody is there
 *   idle.js    "Bent u er nog?", and the way home
 *   shield.js  what a finger may not do on a shared screen
 * They meet in two events on the document: `arrive` (another screen stands) and `forget` (a visitor has left).
 */
import { guard } from "./shield.js";
import { tick, answer, isAsking } from "./idle.js";
import { larger, otherContrast } from "./look.js";
import { refresh } from "./now.js";
import { fit, turn, watch } from "./scroll.js";
import { go, home, isInside } from "./travel.js";

const acts = {
  size: larger,
  contrast: otherContrast,
  up: (key) => turn(key, -1),
  down: (key) => turn(key, 1),
  stay: () => {},
};

/** Do what a pressed key or link says. The click comes when the finger goes up inside its target. */
function press(event) {
  const link = event.target.closest("a[href]");
  if (!event.target.closest(".host")) closeHost();
  const asked = isAsking();
  // Whoever touches anything is still there; beside the box a touch says only that.
  answer();
  const key = event.target.closest("[data-do]");
  if (key) acts[key.dataset.do]?.(key);
  if (!link) return;
  event.preventDefault();
  if (link.classList.contains("bar__home")) leave();
  else if (asked) return;
  else if (link.getAttribute("href").startsWith("#")) document.getElementById(decodeURIComponent(link.hash.slice(1)))?.scrollIntoView();
  else if (isInside(link.href)) go(link.href);
}

/** Wipe everything a visitor did, and go home. */
function leave() {
  document.dispatchEvent(new Event("forget"));
  if (document.querySelector("main[data-home]")) document.dispatchEvent(new Event("arrive"));
  else go(home);
}

/** Close what was opened to tell where the host is. */
function closeHost() {
  for (const host of document.querySelectorAll(".host[open]")) host.open = false;
}

/** Set a fresh screen in order. */
function arrive() {
  refresh(document);
  closeHost();
  for (const scroll of document.querySelectorAll("main .scroll")) watch(scroll);
  fit();
}

/** Say, politely, that nobody has renewed the portal for a week. */
function age() {
  for (const updated of document.querySelectorAll("[data-updated]")) {
    const old = Date.now() - Date.parse(updated.dateTime) >= 7 * 864e5;
    updated.parentElement.classList.toggle("updated--old", old);
    updated.parentElement.querySelector("b").hidden = !old;
  }
}

/** Show the time; once a minute also what follows from it. */
let minute = -1;
function clock() {
  const now = new Date();
  if (now.getMinutes() !== minute) {
    minute = now.getMinutes();
    for (const clock of document.querySelectorAll("[data-clock]")) clock.textContent = `${now.getHours()}.${String(minute).padStart(2, "0")}`;
    for (const day of document.querySelectorAll("[data-calendar]")) day.textContent = now.toLocaleDateString("nl-NL", { weekday: "long", day: "numeric", month: "long" });
    refresh(document);
    fit();
    age();
  }
  tick(leave);
}

// The bar stays while screens come and go: its links must not move along with the address.
for (const link of document.querySelectorAll(".bar a")) link.href = link.href;
document.querySelector(".bar__tools").hidden = false;
document.addEventListener("arrive", arrive);
guard();
addEventListener("click", press);
addEventListener("resize", fit);
arrive();
clock();
setInterval(clock, 1000);
// Letters that arrive late change what fits.
document.fonts.ready.then(arrive);
