/**
 * Hides what is past: [data-days] > [data-date] > [data-ends], of which as many days are shown as
 * data-days says ("0": all). Says of [data-soon] what goes on. Without it the page carries its dates.
 */

/** Say that something goes on, or begins within the hour; a start without a time is a whole day. */
function soon(starts, local) {
  const minutes = starts.length > 10 ? (count(starts) - count(local)) / 6e4 : Infinity;
  if (minutes <= 0) return _("nu bezig");
  if (minutes > 60) return "";
  return minutes > 55 ? _("over een uur") : minutes < 2 ? _("over een minuut") : say(_("over {} minuten"), minutes);
}

rules.days = (list, local) => {
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
  }
};
