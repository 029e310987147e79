/**
 * Moving on: the next screen is fetched and takes the place of the present one. So text size and contrast
 * stay as they are without being stored, and the history does not grow.
 */
import { tell } from "./look.js";

/** The address of the first screen, and of the folder that nobody leaves. */
export const home = document.querySelector(".bar__home").href;
const folder = new URL(".", home).href;

let journey = 0;
let edition = null;

/** Tell whether an address is one of the kiosk's own. */
export const isInside = (url) => url.startsWith(folder);

// Who has left must not be followed by a screen that was still on its way.
document.addEventListener("forget", () => { journey += 1; });

/** Move to another screen of the kiosk. */
export async function go(url) {
  const mine = ++journey;
  let text;
  try {
    text = await read(url).catch((problem) => {
      if (url === home && edition) return edition;
      throw problem;
    });
  } catch {
    // Loading the page would fail too, and leave the browser's own error on the screen.
    if (mine === journey) tell("Dit lukt nu even niet. Probeer het zo nog eens.", true);
    return;
  }
  if (mine !== journey) return;
  try {
    show(new DOMParser().parseFromString(text, "text/html"), url);
  } catch {
    location.replace(url);
  }
}

/** Put another screen in the place of the present one. */
function show(next, url) {
  const main = document.adoptNode(next.querySelector("main"));
  history.replaceState(null, "", url);
  document.title = next.title;
  document.querySelector("main").replaceWith(main);
  // The keyboard goes on from the top of the new screen.
  main.tabIndex = -1;
  main.focus({ preventScroll: true });
  tell(next.title);
  document.dispatchEvent(new Event("arrive"));
}

/** Load everything afresh when the portal was built again; only asked for while nobody is there. */
export async function renew() {
  try {
    const found = await read(home);
    if (edition !== null && found !== edition) location.replace(home);
    edition = found;
  } catch {
    // What stands on the screen is still good.
  }
}

async function read(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status} ${url}`);
  return response.text();
}

renew();
