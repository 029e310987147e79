/**
 * What is true at view time: hides what is past, says when somebody answers, prints when asked.
 * Works on [data-today], on [data-days] > [data-date] > [data-ends] (data-days="0": all days), on [data-until] and on [data-open].
 * Without this script the page carries its dates, and stays true.
 */

/**
 * Bring a page, or a part of it, up to the minute.
 * @param {ParentNode} root
 * @param {Date} now
 */
export function refresh(root = document, now = new Date()) {
  const local = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  const today = local.slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T12:00Z`) + 864e5).toISOString().slice(0, 10);
  const names = { [today]: "Vandaag", [tomorrow]: "Morgen" };

  for (const list of root.querySelectorAll("[data-days]")) {
    const most = Number(list.dataset.days) || Infinity;
    let shown = 0;
    for (const day of list.querySelectorAll("[data-date]")) {
      let left = 0;
      for (const entry of day.dataset.ends ? [day] : day.querySelectorAll("[data-ends]")) {
        const { starts = "", ends } = entry.dataset;
        entry.hidden = ends < local;
        left += !entry.hidden;
        // A start without a time is a whole day; what is struck out does not go on.
        const going = starts.length > 10 && starts <= local && !entry.hidden && !entry.querySelector("s");
        entry.classList.toggle("row--now", going);
      }
      day.hidden = !left || shown >= most;
      shown += !day.hidden;
      const heading = day.querySelector("[data-near]");
      if (heading && names[day.dataset.date]) heading.textContent = names[day.dataset.date];
    }
  }

  for (const leaf of root.querySelectorAll("[data-today]")) {
    const [weekday, day, month] = now.toLocaleDateString("nl-NL", { weekday: "long", day: "numeric", month: "long" }).split(" ");
    leaf.firstChild.data = `${weekday} `;
    leaf.children[0].textContent = day;
    leaf.lastChild.data = ` ${month}`;
  }

  for (const card of root.querySelectorAll("[data-until]")) card.hidden = card.dataset.until < today;

  for (const number of root.querySelectorAll("[data-open]")) {
    const open = number.dataset.open.split(" ").some((span) => {
      const [from, until] = span.split("/");
      return from <= local && local < until;
    });
    const told = number.querySelector(".number__now");
    if (!told) continue;
    told.textContent = open ? "Nu bereikbaar" : "Bereikbaar";
    told.classList.toggle("now", open);
  }
}

refresh();
for (const button of document.querySelectorAll("[data-print]")) button.addEventListener("click", () => print());
