/**
 * Plain search over the public records. The index is one file beside the page; nothing leaves the browser.
 * Every word of the question has to be found in a card: in its name first, then in its words and text.
 */
const fold = (text) => text.toLowerCase().normalize("NFKD").replace(/[\u0300-\u036f]/g, "");
const small = new Set("de het een ik mijn me wil kan wie wat waar hoe is er niet en of in op om te van voor met aan bij dat die meer u uw".split(" "));

/** Tell whether two words differ by at most one letter. */
function near(a, b) {
  if (Math.abs(a.length - b.length) > 1) return false;
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  const rest = [[1, 1], [1, 0], [0, 1]];
  return rest.some(([da, db]) => a.slice(i + da) === b.slice(i + db)) ||
    (a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2));
}

/** Weigh one word of the question against a field: whole, beginning, part, one letter off. */
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

/** Make the cards of the index ready to be searched. */
function prepare({ cards, synonyms }) {
  const words = (text) => fold(text).split(/[^a-z0-9]+/).filter(Boolean);
  const ready = cards.map((card) => ({ card, name: words(card[1]), more: words(card[7]), text: words(card[3]) }));
  return { ready, synonyms: new Map(Object.entries(synonyms)), words };
}

/** Return the cards that answer a question, best first; cries for help above all. */
function answers(index, question) {
  const asked = index.words(question);
  const telling = asked.filter((word) => !small.has(word));
  const whole = fold(question).trim();
  const means = (word) => [word, ...(index.synonyms.get(word) ?? [])];
  const found = [];
  for (const { card, name, more, text } of index.ready) {
    const scores = (telling.length ? telling : asked).map((word) => Math.max(...means(word).map((other) => {
      const parts = index.words(other);
      return Math.min(...parts.map((part) => Math.max(4 * weight(part, name), 2 * weight(part, more), weight(part, text)))) * (other === word ? 1 : 0.75);
    })));
    const literal = whole.length > 3 && card[7].includes(whole) ? 12 : 0;
    const every = scores.length && scores.every(Boolean);
    if (every || literal) found.push([literal + scores.reduce((a, b) => a + b, 0) + (card[6] ? 100 : 0), card]);
  }
  return found.sort((a, b) => b[0] - a[0]).map(([, card]) => card);
}

/** Draw one card; everything from the index is text, never markup. */
function draw([address, name, kind, text, shown, dial]) {
  const make = (tag, className, content) => Object.assign(document.createElement(tag), { className, textContent: content });
  const [sheet, code] = address.split("/");
  const card = make("article", "card", "");
  Object.assign(card.dataset, { code, sheet });
  const title = make("h2", "card__name", "");
  title.append(Object.assign(make("a", "", name), { href: `../${address}` }));
  card.append(title, make("p", "soft", kind), make("p", "", text));
  if (shown) {
    const number = make("div", "number", "");
    number.append(Object.assign(make("a", "number__call", shown), { href: `tel:${dial}` }));
    card.append(number);
  }
  return card;
}

const [box, stand, none, list, all] = ["q", "stand", "niets", "gevonden", "alles"].map((id) => document.getElementById(id));
let index;

/** Show the answers to what stands in the box. */
async function show() {
  const question = box.value.trim();
  history.replaceState(null, "", question ? `?${new URLSearchParams({ q: question })}` : location.pathname);
  all.hidden = Boolean(question);
  if (!question) {
    list.replaceChildren();
    stand.textContent = "";
    none.hidden = true;
    return;
  }
  index ??= prepare(await (await fetch("index.json")).json());
  const found = answers(index, question);
  list.replaceChildren(...found.slice(0, 30).map(draw));
  none.hidden = found.length > 0;
  const many = found.length === 1 ? "1 vermelding" : `${found.length} vermeldingen`;
  stand.textContent = found.length ? `${many} gevonden voor “${question}”.` : `Niets gevonden voor “${question}”.`;
}

box.form.addEventListener("submit", (event) => { event.preventDefault(); show(); });
box.addEventListener("input", show);
box.value = new URLSearchParams(location.search).get("q") ?? "";
show();
