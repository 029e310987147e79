/**
 * A list for a neighbour. What was chosen is kept in this page only, and behind its address (#n4821.3310),
 * so that the list can be handed over as a link or a code; nothing is sent or stored.
 */

/** Lower case without accents. @param {string} text */
const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f\u00ad]/g, "");

const form = document.querySelector(".picks");
const [list, code, see] = [".picks__list", ".picks__code", ".picks__see"].map((name) => form.querySelector(name));
const [found, status] = form.querySelectorAll("[role=status]");
const only = form.querySelector("#alleen");
const asked = form.querySelector("#zoek");
const show = form.querySelector("[data-code]");
const more = form.querySelector("[data-more]");
const title = document.querySelector("h1");
const rows = [...form.querySelectorAll(".pick")].map((item) => ({
  item, code: item.id.slice(1), box: item.querySelector("input"), words: fold(item.querySelector("label").textContent),
}));
const groups = [...form.querySelectorAll(".picks__group")].map((group) => ({ group, open: group.open }));
const number = (text, count) => text.replace("#", count);

const behind = (codes) => (codes.length ? `#n${codes.join(".")}` : "");

/** The short numbers of what is chosen. */
const chosen = () => rows.filter(({ box }) => box.checked).map(({ code }) => code);

/** Draw the code of the list, or say that the list is too long for one. */
async function draw() {
  const { modules, path } = await import("./qr.js");
  const grid = modules(show.dataset.url + behind(chosen()));
  const [svg, words] = code.children;
  svg.toggleAttribute("hidden", !grid);
  code.dataset.help ??= words.textContent;
  words.textContent = grid ? code.dataset.help : show.dataset.long;
  if (!grid) return;
  const { d, size } = path(grid);
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.firstElementChild.setAttribute("d", d);
}

/** Show or hide the code. @param {boolean} shown */
function reveal(shown) {
  if (!show) return;
  code.hidden = !shown;
  show.setAttribute("aria-expanded", shown);
  if (shown) draw();
}

/** Say how many are chosen, and put them behind the address. @param {number} lost how many were not found */
function tell(lost = 0) {
  const codes = chosen();
  const { none, one, many } = status.dataset;
  const count = codes.length ? number(codes.length === 1 ? one : many, codes.length) : none;
  status.textContent = lost ? `${count} ${status.dataset.lost}` : count;
  see.firstElementChild.lastChild.data = number(status.dataset.see, codes.length);
  see.hidden = !codes.length || only.checked;
  more.hidden = !only.checked;
  list.classList.toggle("picks__list--empty", !codes.length);
  form.classList.toggle("picks--some", codes.length > 0);
  form.classList.toggle("picks--only", only.checked);
  for (const { item, box } of rows) item.classList.toggle("pick--on", box.checked);
  for (const link of form.querySelectorAll(".pick--on .pick__page a")) link.hash = behind(codes);
  history.replaceState(null, "", behind(codes) || location.pathname + location.search);
  if (!codes.length) reveal(false);
  else if (show && !code.hidden) draw();
}

/** Open the subjects in which something is chosen. */
function open() {
  for (const { group } of groups) if (group.querySelector(".pick input:checked")) group.open = true;
}

/** Choose what stands behind the address, and show only that. */
function take() {
  const codes = location.hash.match(/^#n(\d+(?:\.\d+)*)$/)?.[1].split(".");
  if (codes) {
    const wanted = new Set(codes);
    for (const { code, box } of rows) box.checked = wanted.delete(code);
    only.checked = chosen().length > 0;
    open();
    tell(wanted.size);
    scrollTo(0, 0);
  } else tell();
}

/** Show only the list, or everything again, from the top. @param {boolean} alone */
function turn(alone) {
  only.checked = alone;
  open();
  tell();
  title.focus();
}

/** Show what is asked for in the list, in subjects that open by themselves. */
function filter() {
  const words = fold(asked.value).split(/\s+/).filter(Boolean);
  let count = 0;
  for (const row of rows) {
    const fits = words.every((word) => row.words.includes(word));
    row.item.classList.toggle("pick--off", !fits);
    count += fits;
  }
  for (const { group, open } of groups) {
    const some = group.querySelector(".pick:not(.pick--off)");
    group.classList.toggle("pick--off", !some);
    group.open = words.length ? Boolean(some) : open || Boolean(group.querySelector("input:checked"));
  }
  found.textContent = words.length ? number(found.dataset.found, count) : "";
}

form.addEventListener("change", (event) => { if (event.target !== asked) tell(); });
// Enter in a field would press the first button, which prints; without script that button rests.
form.addEventListener("keydown", (event) => { if (event.key === "Enter" && event.target.matches("input")) event.preventDefault(); });
form.addEventListener("submit", (event) => event.preventDefault());
form.querySelector("[type=submit]").disabled = false;
form.addEventListener("reset", () => setTimeout(() => { filter(); turn(false); }));
asked.addEventListener("input", filter);
show?.addEventListener("click", () => reveal(code.hidden));
see.firstElementChild.addEventListener("click", () => turn(true));
more.addEventListener("click", () => turn(false));
addEventListener("hashchange", take);
take();
