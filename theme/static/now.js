/**
 * What is true at view time: hides what is past, and says when somebody answers.
 * Works on [data-days] > [data-date] > [data-ends] (data-days="0": all days), and on [data-open].
 * Without this script the page carries its dates, and stays true.
 */

/** Bring a page, or a part of it, up to the minute. */
export function refresh(root = document, now = new Date()) {
  const local = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 16);
  const dayAfter = (day) => new Date(Date.parse(`${day}T12:00Z`) + 864e5).toISOString().slice(0, 10);
  const today = local.slice(0, 10);
  const names = { [today]: "Vandaag", [dayAfter(today)]: "Morgen" };

  for (const list of root.querySelectorAll("[data-days]")) {
    const most = Number(list.dataset.days);
    let shown = 0;
    for (const day of list.querySelectorAll("[data-date]")) {
      let left = 0;
      for (const entry of day.querySelectorAll("[data-ends]")) {
        entry.hidden = entry.dataset.ends < local;
        left += !entry.hidden;
        const going = entry.dataset.starts.length > 10 && entry.dataset.starts <= local;
        entry.classList.toggle("row--now", going && !entry.hidden && !entry.querySelector("s"));
      }
      day.hidden = !left || (most > 0 && shown >= most);
      shown += !day.hidden;
      const heading = day.querySelector("[data-near]");
      if (heading && names[day.dataset.date]) heading.textContent = names[day.dataset.date];
    }
  }

  for (const number of root.querySelectorAll("[data-open]")) {
    const open = number.dataset.open.split(" ").some((span) => {
      const [from, until] = span.split("/");
      return from <= local && local < until;
    });
    const told = number.querySelector(".now");
    if (told) told.hidden = !open;
  }
}

refresh();
