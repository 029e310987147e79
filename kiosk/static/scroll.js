/** What does not fit on the screen: keys to turn a page, and a list of today that ends in time. */

const SLACK = 4;

/** Show the keys beside a region only when there is more to see. */
export function watch(scroll) {
  const body = scroll.querySelector(".scroll__body");
  const keys = scroll.querySelector(".scroll__keys");
  const mark = () => {
    keys.querySelector("[data-do=up]").disabled = body.scrollTop < SLACK;
    keys.querySelector("[data-do=down]").disabled = body.scrollTop + body.clientHeight > body.scrollHeight - SLACK;
  };
  const measure = () => {
    const top = body.scrollTop;
    // The keys take room themselves, so whether they are needed is measured without them.
    keys.hidden = true;
    keys.hidden = body.scrollHeight <= body.clientHeight + SLACK;
    body.scrollTop = top;
    mark();
  };
  measure();
  if (scroll.dataset.watched) return;
  scroll.dataset.watched = "yes";
  body.addEventListener("scroll", mark, { passive: true });
  new ResizeObserver(measure).observe(scroll);
}

/** Turn to the next or the previous part, nearly one screen on. */
export function turn(key, way) {
  const body = key.closest(".scroll").querySelector(".scroll__body");
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  body.scrollBy({ top: way * body.clientHeight * 0.85, behavior: calm ? "auto" : "smooth" });
}

/** Leave out the last of today's list that would be cut in half; the agenda has them all. */
export function fit() {
  const today = document.querySelector(".today");
  if (!today) return;
  for (const slot of today.querySelectorAll(".slot--over")) slot.classList.remove("slot--over");
  const slots = [...today.querySelectorAll(".slot")].filter((slot) => slot.getClientRects().length);
  while (today.scrollHeight > today.clientHeight + 1 && slots.length > 1) slots.pop().classList.add("slot--over");
}

document.addEventListener("forget", () => {
  for (const body of document.querySelectorAll(".scroll__body")) body.scrollTop = 0;
});
