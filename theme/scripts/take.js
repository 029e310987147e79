/**
 * Who comes from a selection for a neighbour takes it along: it stands behind the address
 * (#n4821.3310) and is passed from page to page, kept nowhere.
 */

const taken = location.hash.match(/^#n(\d+(?:\.\d+)*)$/)?.[1].split(".") ?? [];
if (taken.length) {
  const pick = document.querySelector("[data-pick]");
  const all = [...new Set([...taken, pick?.dataset.pick].filter(Boolean))];
  if (pick) pick.hash = `n${all.join(".")}`;
  for (const link of document.querySelectorAll("[data-code] a[href*='/'], .crumbs a")) {
    if (link.origin === location.origin && !link.hash) link.hash = `n${taken.join(".")}`;
  }
}
