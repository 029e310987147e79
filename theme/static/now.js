/**
 * What is true at view time: hides what is past, says what is open, says its age, prints when asked.
 * Works on [data-today], on [data-days] > [data-date] > [data-ends] (data-days="0": all days), on
 * [data-until], [data-open] and [data-made]. Times are those of the village, wherever the reader is.
 * Without this script the page carries its dates, and stays true.
 */

const _ = (text) => text;
const say = (text, ...parts) => parts.reduce((said, part) => said.replace("{}", part), text);
const VILLAGE = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "short", timeZone: "Europe/Amsterdam" });
const DAY = 864e5;
const OLD = 14;

/** A wall time such as 2026-11-24T09:00 as a number, only to compare and subtract. */
const count = (wall) => Date.parse(`${wall}Z`);
const daysFrom = (one, other) => (Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / DAY;
const clock = (wall) => say(_("{} uur"), `${Number(wall.slice(11, 13))}.${wall.slice(14, 16)}`);
const words = (day, options) => new Date(`${day}T12:00Z`).toLocaleDateString(_("nl-NL"), { timeZone: "UTC", ...options });

/** Say on which day a wall time is, as people do. */
function when(wall, local) {
  const days = daysFrom(local, wall);
  if (days < 2) return days < 1 ? _("vandaag") : _("morgen");
  return words(wall.slice(0, 10), days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" });
}

/** Say whether it is open, and till when, or when it opens; nothing when no day is known any more. */
function told(spans, local, open) {
  for (const span of spans.split(" ")) {
    const [from, end] = span.split("/");
    const until = end?.length > 5 ? end : from.slice(0, 11) + end;
    if (until <= local) continue;
    const now = from <= local;
    if (!now) return [now, say(open ? _("Opent {} om {}") : _("Weer bereikbaar {} om {}"), when(from, local), clock(from))];
    if (daysFrom(local, until) > 1) return [now, open ? _("Nu open") : _("Nu bereikbaar")];
    return [now, say(open ? _("Nu open tot {}") : _("Nu bereikbaar tot {}"), clock(until).replace(/^0\.00/, "24.00"))];
  }
  return [false, ""];
}

/** Say that something goes on, or begins within the hour; a start without a time is a whole day. */
function soon(starts, local) {
  const minutes = starts.length > 10 ? (count(starts) - count(local)) / 6e4 : Infinity;
  if (minutes <= 0) return _("nu bezig");
  if (minutes > 60) return "";
  return minutes > 55 ? _("over een uur") : minutes < 2 ? _("over een minuut") : say(_("over {} minuten"), minutes);
}

/**
 * Bring a page, or a part of it, up to the minute.
 * @param {ParentNode} root
 * @param {Date} now
 */
export function refresh(root = document, now = new Date()) {
  const local = VILLAGE.format(now).replace(" ", "T");
  const today = local.slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T12:00Z`) + DAY).toISOString().slice(0, 10);
  const names = { [today]: _("Vandaag"), [tomorrow]: _("Morgen") };

  for (const list of root.querySelectorAll("[data-days]")) {
    const most = Number(list.dataset.days) || Infinity;
    let shown = 0;
    for (const day of list.querySelectorAll("[data-date]")) {
      let left = 0;
      for (const entry of day.dataset.ends ? [day] : day.querySelectorAll("[data-ends]")) {
        const { starts = "", ends } = entry.dataset;
        entry.hidden = ends <= local;
        left += !entry.hidden;
        // What is struck out does not go on.
        const near = entry.hidden || entry.querySelector("s") ? "" : soon(starts, local);
        const label = entry.querySelector("[data-soon]");
        if (label) label.textContent = near;
      }
      day.hidden = !left || shown >= most;
      shown += !day.hidden;
      const heading = day.querySelector("[data-near]");
      if (heading) heading.textContent = names[day.dataset.date] || heading.textContent;
    }
    const none = list.querySelector("[data-none]");
    if (none) none.hidden = shown > 0;
  }

  for (const leaf of root.querySelectorAll("[data-today]")) {
    leaf.firstChild.data = `${words(today, { weekday: "long" })} `;
    leaf.children[0].textContent = Number(today.slice(8));
    leaf.lastChild.data = ` ${words(today, { month: "long" })}`;
  }

  for (const next of root.querySelectorAll("[data-next]")) {
    // What is struck out is no event, so it is passed over.
    const first = root.querySelector("[data-date]:not([hidden]) .h-event[data-starts*=T]:not([hidden]) .p-name");
    next.hidden = !first;
    if (!first) continue;
    const { starts } = first.closest(".row").dataset;
    const said = soon(starts, local) || say(_("{} om {}"), when(starts, local), clock(starts));
    const [label, link] = next.children;
    label.textContent = said[0].toUpperCase() + said.slice(1);
    [link.textContent, link.href] = [first.textContent, first.href];
  }

  for (const card of root.querySelectorAll("[data-until]")) card.hidden = card.dataset.until < today;

  for (const hours of root.querySelectorAll("[data-open]")) {
    const line = hours.querySelector("[data-told]");
    if (!line) continue;
    const [open, text] = told(hours.dataset.open, local, "hours" in hours.dataset);
    line.textContent = text || (line.dataset.told ?? "");
    line.classList.toggle("now", open);
  }

  for (const age of root.querySelectorAll("[data-made]")) age.hidden = daysFrom(age.dataset.made, today) <= OLD;
}

refresh();
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());

// The copy without internet, beside the manifest; a kiosk has neither. Whoever saves data gets none.
const [worker, app] = [navigator.serviceWorker, document.querySelector("[rel=manifest]")];
if (worker && app && !navigator.connection?.saveData) {
  addEventListener("load", () => worker.register(new URL("sw.js", app.href)).catch(() => {}));
}
