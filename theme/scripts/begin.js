/** Shows the steps for the reader's own browser first, and offers the app where the browser can install it. */

const agent = navigator.userAgent;
/** The browsers by what they say of themselves; the first that fits counts, for most also name others. @type {[RegExp, string][]} */
const BROWSERS = [
  [/iPad|iPhone|iPod/, "ipad"],
  [/SamsungBrowser/, "samsung"],
  [/Android/, "android"],
  [/OPR\/|Vivaldi|YaBrowser/, ""],
  [/Edg\//, "edge"],
  [/Firefox\//, "firefox"],
  [/Chrome\//, "chrome"],
  [/Macintosh.*Safari\//, "safari"],
];
// An iPad calls itself a Mac, but no Mac has a screen that can be touched.
const touched = agent.includes("Macintosh") && navigator.maxTouchPoints > 1;
const found = touched ? "ipad" : BROWSERS.find(([words]) => words.test(agent))?.[1];

const [own, others, steps, offer, button] = [found, "anders", "stappen", "app", "installeer"].map((id) => id && document.getElementById(id));
if (own) {
  own.querySelector("[data-own]").hidden = others.hidden = false;
  steps.prepend(own, others);
}

let prompt;
addEventListener("beforeinstallprompt", (event) => {
  event.preventDefault();
  prompt = event;
  offer.hidden = false;
});
button.addEventListener("click", () => prompt?.prompt());
addEventListener("appinstalled", () => { offer.hidden = true; });
