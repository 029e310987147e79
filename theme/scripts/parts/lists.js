/** What lists of days and the start page have more: the day's leaf, today's name, the first thing to come. */

rules.near = (heading, local) => {
  const away = daysFrom(local, heading.closest("[data-date]").dataset.date);
  if (away === 0 || away === 1) heading.textContent = away ? _("Morgen") : _("Vandaag");
};

rules.none = (none) => {
  const list = none.closest("[data-days]");
  if (list) none.hidden = Boolean(list.querySelector("[data-date]:not([hidden])"));
};

rules.today = (leaf, local) => {
  const today = local.slice(0, 10);
  leaf.firstChild.data = `${words(today, { weekday: "long" })} `;
  leaf.children[0].textContent = Number(today.slice(8));
  leaf.lastChild.data = ` ${words(today, { month: "long" })}`;
};

rules.next = (next, local) => {
  // What is struck out is no event, so it is passed over.
  const first = next.ownerDocument.querySelector("[data-date]:not([hidden]) .h-event[data-starts*=T]:not([hidden]) .p-name");
  next.hidden = !first;
  if (!first) return;
  const { starts } = first.closest(".row").dataset;
  const said = soon(starts, local) || say(_("{} om {}"), when(starts, local), clock(starts));
  const [label, link] = next.children;
  label.textContent = said[0].toUpperCase() + said.slice(1);
  [link.textContent, link.href] = [first.textContent, first.href];
};

rules.until = (card, local) => {
  card.hidden = card.dataset.until < local.slice(0, 10);
};
