/**
 * The moment and its words. Times are those of the village, wherever the reader is.
 * The files here are parts: `sources.py` puts them together, each after what it builds on.
 */

const _ = (text) => text;
const say = (text, ...parts) => parts.reduce((said, part) => said.replace("{}", part), text);

/** A wall time such as 2026-11-24T09:00 as a number, only to compare and subtract. */
const count = (wall) => Date.parse(`${wall}Z`);
const daysFrom = (one, other) => (Date.parse(other.slice(0, 10)) - Date.parse(one.slice(0, 10))) / 864e5;
const clock = (wall) => say(_("{} uur"), `${Number(wall.slice(11, 13))}.${wall.slice(14, 16)}`);
const words = (day, options) => new Date(`${day}T12:00Z`).toLocaleDateString(_("nl-NL"), { timeZone: "UTC", ...options });

/** Say on which day a wall time is, as people do. */
function when(wall, local) {
  const days = daysFrom(local, wall);
  if (days < 2) return days < 1 ? _("vandaag") : _("morgen");
  return words(wall.slice(0, 10), days < 7 ? { weekday: "long" } : { day: "numeric", month: "long" });
}

/** What is kept true of a page, each called with every element that has its attribute. */
const rules = {};
