/**
 * Plain search over the public records. The index is one file beside the page; nothing leaves the browser.
 * Every word of the question has to be found in a card: in its name first, then in its words and text.
 * @typedef {[address: string, name: string, kind: string, text: string, shown: string, dial: string, urgent: number, words: string]} Card
 * @typedef {{card: Card, name: string[], more: string[], text: string[]}} Ready
 */

const _ = (text) => text;

/** Lower case without accents. @param {string} text */
const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
/** The folded words of a text. @param {string} text */
const split = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
/** Words that tell nothing by themselves. */
const small = new Set("de het een ik mijn me wil kan wie wat waar hoe is er niet en of in op om te van voor met aan bij dat die meer u uw".split(" "));

/** Tell whether two words differ by one letter: another, one more, one less, or two that changed places. @param {string} a @param {string} b */
function near(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return [[1, 1], [1, 0], [0, 1]].some(([da, db]) => a.slice(i + da) === b.slice(i + db)) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/** Weigh one word of the question against a field: whole, beginning, part, one letter off. @param {string} word @param {string[]} words */
function weight(word, words) {
  let best = 0;
  for (const found of words) {
    if (found === word) return 4;
    if (found.startsWith(word)) best = Math.max(best, 3);
    else if (word.length > 3 && found.includes(word)) best = Math.max(best, 2);
    else if (word.length > 4 && found.length > 4 && word.startsWith(found)) best = Math.max(best, 2);
    else if (word.length > 4 && near(word, found)) best = Math.max(best, 1);
  }
  return best;
}

/** Fetch the index and make its cards ready, once. */
async function load() {
  const { cards, synonyms } = await (await fetch(list.dataset.index)).json();
  const ready = cards.map((/** @type {Card} */ card) => ({ card, name: split(card[1]), more: split(card[7]), text: split(card[3]) }));
  return { ready, synonyms: new Map(Object.entries(synonyms)) };
}

/**
 * Return the cards that answer a question, best first; cries for help above all.
 * @param {{ready: Ready[], synonyms: Map<string, string[]>}} index
 * @param {string} question
 */
function answers({ ready, synonyms }, question) {
  const asked = split(question);
  const telling = asked.filter((word) => !small.has(word));
  const whole = fold(question).trim();
  // Each word of the question with what it may mean here; another word weighs a little less.
  const meant = (telling.length ? telling : asked).map((word) =>
    [word, ...(synonyms.get(word) ?? [])].map((other) => ({ parts: split(other), worth: other === word ? 1 : 0.75 })));
  const found = [];
  for (const { card, name, more, text } of ready) {
    const one = (part) => Math.max(4 * weight(part, name), 2 * weight(part, more), weight(part, text));
    const scores = meant.map((ways) => Math.max(...ways.map(({ parts, worth }) => Math.min(...parts.map(one)) * worth)));
    const literal = whole.length > 3 && card[7].includes(whole) ? 12 : 0;
    if (literal || (scores.length && scores.every(Boolean))) {
      found.push({ card, score: literal + scores.reduce((a, b) => a + b, 0) + (card[6] ? 100 : 0) });
    }
  }
  return found.sort((a, b) => b.score - a.score).map(({ card }) => card);
}

/** Draw one card; everything from the index is text, never markup. @param {Card} card */
function draw([address, name, kind, text, shown, dial]) {
  const make = (tag, className, textContent, more = {}) => Object.assign(document.createElement(tag), { className, textContent, ...more });
  const [sheet, code] = address.split("/");
  const card = make("article", "card", "");
  Object.assign(card.dataset, { code, sheet });
  const title = make("h2", "card__name", "");
  title.append(make("a", "", name, { href: `../${address}` }));
  card.append(title, make("p", "soft", kind), make("p", "", text));
  if (shown) {
    const number = make("div", "number", "");
    number.append(make("a", "number__call", shown, { href: `tel:${dial}` }));
    card.append(number);
  }
  return card;
}

const [box, stand, call, list, all] = ["q", "stand", "bellen", "gevonden", "alles"].map((id) => document.getElementById(id));
let loading;

/** Show the answers to what stands in the box. */
async function show() {
  const question = box.value.trim();
  history.replaceState(null, "", question ? `?${new URLSearchParams({ q: question })}` : location.pathname);
  all.hidden = call.hidden = Boolean(question);
  if (!question) {
    list.replaceChildren();
    stand.textContent = "";
    return;
  }
  let found;
  try {
    found = answers(await (loading ??= load()), question);
  } catch {
    loading = undefined;
    all.hidden = call.hidden = false;
    stand.textContent = _("Zoeken lukt nu niet. Hieronder staat alles van A tot Z.");
    return;
  }
  if (question !== box.value.trim()) return;
  list.replaceChildren(...found.slice(0, 30).map(draw));
  call.hidden = false;
  const said = [_("Niets gevonden voor “{}”. Probeer een ander woord."), _("1 antwoord op “{}”")][found.length] ?? _("{n} antwoorden op “{}”");
  stand.textContent = said.replace("{n}", () => found.length).replace("{}", () => question);
}

box.form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
box.addEventListener("input", show);
box.value = new URLSearchParams(location.search).get("q") ?? "";
show();
