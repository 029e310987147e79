/** Says at [data-open], in its [data-told], whether somebody is there now, and till or from when. */

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

rules.open = (hours, local) => {
  const line = hours.querySelector("[data-told]");
  if (!line) return;
  const [open, text] = told(hours.dataset.open, local, "hours" in hours.dataset);
  line.textContent = text || (line.dataset.told ?? "");
  line.classList.toggle("now", open);
};
