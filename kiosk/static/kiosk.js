/**
 * The kiosk: a shared screen that forgets everything.
 *
 * Every screen is plain HTML that works without this script. What it adds: moving on without a flash,
 * so that text size and contrast go along without being stored anywhere; keys beside what scrolls;
 * "Bent u er nog?" and the way home; a calm screen at rest; and the time.
 */
import { refresh } from "./now.js";

const root = document.documentElement;
const start = new URL(document.querySelector(".bar__home").href);
const ask = document.querySelector(".ask");
const SECONDS = { question: 45, slide: 12 };
const state = { touched: Date.now(), asked: 0, rest: null, slide: 0 };

/** How many seconds without touch are enough on this screen: half on a list. */
const patience = () => {
  const main = document.querySelector("main");
  const whole = Number(document.body.dataset.rest) || 120;
  return main.hasAttribute("data-list") || main.hasAttribute("data-home") ? whole / 2 : whole;
};
const atHome = () => Boolean(document.querySelector("main[data-home]"));
const asFound = () => root.dataset.size === "1" && root.dataset.contrast === "gewoon";

/** Move to another screen of the kiosk; nothing is added to the history. */
async function go(url) {
  try {
    const answer = await fetch(url);
    if (!answer.ok) throw new Error(String(answer.status));
    const next = new DOMParser().parseFromString(await answer.text(), "text/html");
    history.replaceState(null, "", url);
    document.title = next.title;
    document.querySelector("main").replaceWith(document.adoptNode(next.querySelector("main")));
    arrive();
  } catch {
    location.replace(url);
  }
}

/** Set a fresh screen in order. */
function arrive() {
  refresh(document);
  document.querySelectorAll(".host[open]").forEach((host) => host.removeAttribute("open"));
  document.querySelectorAll(".scroll").forEach(watchScroll);
  document.activeElement?.blur();
}

/** Show the keys beside a region only when there is more to see. */
function watchScroll(scroll) {
  const body = scroll.querySelector(".scroll__body");
  const keys = scroll.querySelector(".scroll__keys");
  const update = () => {
    keys.hidden = body.scrollHeight <= body.clientHeight + 4 && keys.hidden;
    if (!keys.hidden && body.scrollHeight <= body.clientHeight + 4) keys.hidden = true;
    keys.querySelector("[data-do=up]").disabled = body.scrollTop < 4;
    keys.querySelector("[data-do=down]").disabled = body.scrollTop + body.clientHeight > body.scrollHeight - 4;
  };
  body.addEventListener("scroll", update, { passive: true });
  new ResizeObserver(update).observe(body);
  update();
}

/** Forget everything a visitor did, and go home. */
function reset() {
  root.dataset.size = "1";
  root.dataset.contrast = "gewoon";
  hush();
  getSelection()?.removeAllRanges();
  if (atHome()) document.querySelectorAll(".scroll__body").forEach((body) => { body.scrollTop = 0; });
  else go(start.href);
}

/** Take the question away. */
function hush() {
  ask.hidden = true;
  ask.classList.remove("ask--open");
  state.asked = 0;
}

/** Ask whether somebody is still there. */
function question() {
  state.asked = Date.now();
  ask.hidden = false;
  ask.classList.add("ask--open");
  ask.querySelector("[data-do=stay]").focus();
}

const acts = {
  size: () => { root.dataset.size = String((Number(root.dataset.size) % 4) + 1); },
  contrast: () => { root.dataset.contrast = { gewoon: "zwart", zwart: "wit", wit: "gewoon" }[root.dataset.contrast]; },
  up: (key) => page(key, -1),
  down: (key) => page(key, 1),
  stay: hush,
};

/** Scroll by nearly one screen. */
function page(key, way) {
  const body = key.closest(".scroll").querySelector(".scroll__body");
  body.scrollBy({ top: way * body.clientHeight * 0.85, behavior: matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth" });
}

/** Go to rest: the village's sign, and calmly what happens today. */
function rest() {
  const content = document.getElementById("rest").content.cloneNode(true);
  state.rest = content.querySelector(".attract");
  state.slide = -1;
  document.body.append(content);
  document.body.classList.add("resting");
  slide();
}

/** Show the next thing that happens today; without one the slogan stays. */
function slide() {
  const slots = [...document.querySelectorAll("main .slot")].filter((slot) => !slot.hidden && !slot.closest("[hidden]"));
  state.slid = Date.now();
  if (!slots.length) return;
  state.slide = (state.slide + 1) % slots.length;
  const slot = slots[state.slide];
  const text = (selector) => slot.querySelector(selector)?.textContent.trim() ?? "";
  state.rest.querySelector(".attract__time").textContent = text(".slot__time");
  state.rest.querySelector(".attract__what b").textContent = text(".slot__name");
  const near = slot.closest("[data-date]")?.querySelector("[data-near]")?.textContent ?? "";
  state.rest.querySelector(".attract__what span").textContent = [near, text(".soft")].filter(Boolean).join(", ");
}

/** Wake up; the touch that wakes does nothing else. */
function wake() {
  state.rest.remove();
  state.rest = null;
  document.body.classList.remove("resting");
  refresh(document);
}

/** Once a second: the time, and what follows from nobody touching the screen. */
function tick() {
  const now = new Date();
  document.querySelectorAll("[data-clock]").forEach((clock) => {
    clock.textContent = `${now.getHours()}.${String(now.getMinutes()).padStart(2, "0")}`;
  });
  document.querySelectorAll("[data-today]").forEach((day) => {
    day.textContent = now.toLocaleDateString("nl-NL", { weekday: "long", day: "numeric", month: "long" });
  });
  if (now.getSeconds() === 0) refresh(document);
  const idle = (now - state.touched) / 1000;
  if (state.rest) {
    if ((now - state.slid) / 1000 >= SECONDS.slide) slide();
  } else if (state.asked) {
    const left = SECONDS.question - Math.floor((now - state.asked) / 1000);
    ask.querySelector(".ask__count").textContent = String(Math.max(left, 0));
    if (left <= 0) { state.touched = Date.now(); reset(); }
  } else if (idle >= patience()) {
    if (!atHome() || !asFound()) question();
    else rest();
  }
}

/** An old portal says so, politely: from a week on. */
function age() {
  document.querySelectorAll("[data-updated]").forEach((updated) => {
    const days = Math.floor((Date.now() - Date.parse(updated.dateTime)) / 864e5);
    if (days >= 7) updated.parentElement.classList.replace("soft", "old");
  });
}

for (const kind of ["pointerdown", "keydown", "wheel"]) {
  addEventListener(kind, (event) => {
    state.touched = Date.now();
    if (state.rest) {
      // The first touch only wakes: what lies under the finger must not be pressed.
      state.woken = Date.now();
      wake();
      event.preventDefault();
      event.stopPropagation();
    }
  }, { capture: true, passive: false });
}

addEventListener("click", (event) => {
  if (state.woken && Date.now() - state.woken < 700) {
    state.woken = 0;
    event.preventDefault();
    event.stopPropagation();
    return;
  }
  const key = event.target.closest("[data-do]");
  if (key) return void acts[key.dataset.do]?.(key);
  const link = event.target.closest("a[href]");
  if (!link) return;
  event.preventDefault();
  const url = new URL(link.href);
  if (link.classList.contains("bar__home")) reset();
  else if (link.getAttribute("href").startsWith("#")) document.querySelector(CSS.escape ? `#${CSS.escape(url.hash.slice(1))}` : url.hash)?.scrollIntoView();
  else if (url.origin === start.origin && url.protocol === start.protocol) go(url.href);
}, true);

for (const kind of ["contextmenu", "dragstart", "selectstart"]) addEventListener(kind, (event) => event.preventDefault());

// The bar stays while screens come and go: its links must not move along with the address.
document.querySelectorAll(".bar a").forEach((link) => { link.href = link.href; });
document.querySelector(".bar__tools").hidden = false;
arrive();
age();
tick();
setInterval(tick, 1000);
