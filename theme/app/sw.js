/**
 * The copy without internet. VERSION stands above: the SHA-256 of the unpacked copy.
 * What is true comes first: a page is asked from the server, and the copy answers when that fails or takes too long.
 * A new copy is fetched and checked as a whole, beside the old one. It takes over when no page of before is open.
 */

const OURS = `kopie ${registration.scope} `;
const NAME = OURS + VERSION;
const PATIENCE = 4000;
const KINDS = {
  avif: "image/avif", css: "text/css", gif: "image/gif", html: "text/html", ics: "text/calendar", jpeg: "image/jpeg", jpg: "image/jpeg",
  js: "text/javascript", json: "application/json", png: "image/png", svg: "image/svg+xml", webmanifest: "application/manifest+json", webp: "image/webp",
};
/** Pages that came from the copy: what they load comes from it too, so that old and new are never mixed. */
const copied = new Set();

/** Fetch the packed copy and return what is in it. It throws when this is not all of it, or not of this version. */
async function fetched() {
  const answer = await fetch("kopie.bin", { cache: "no-store" });
  if (!answer.ok) throw new Error(`kopie.bin: ${answer.status}`);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  const isPacked = bytes[0] === 0x1f && bytes[1] === 0x8b;
  const whole = isPacked ? await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer() : bytes;
  const seen = new Uint8Array(await crypto.subtle.digest("SHA-256", whole));
  if (Array.from(seen, (byte) => byte.toString(16).padStart(2, "0")).join("") !== VERSION) throw new Error("kopie.bin: another version");
  return JSON.parse(new TextDecoder().decode(whole));
}

/** Yield the files of the copy as answers. A text is written as runs of lines: where each begins, and how many. */
function* answers({ lines, texts, pictures }) {
  const kind = (name) => KINDS[name.slice(name.lastIndexOf(".") + 1)];
  for (const [name, runs] of texts) {
    let text = "";
    for (let i = 0; i < runs.length; i += 2) text += lines.slice(runs[i], runs[i] + runs[i + 1]).join("");
    yield [name, new Response(text, { headers: { "Content-Type": `${kind(name)}; charset=utf-8` } })];
  }
  for (const [name, bytes] of pictures) {
    const body = Uint8Array.from(atob(bytes), (sign) => sign.charCodeAt(0));
    yield [name, new Response(body, { headers: { "Content-Type": kind(name) } })];
  }
}

/** The address under which a page is kept: without question, mark and index.html. */
const key = (url) => Object.assign(new URL(url, registration.scope), { search: "", hash: "" }).href.replace(/\/index\.html$/, "/");

async function unpack() {
  const files = answers(await fetched());
  await caches.delete(NAME); // what a browser that was closed half way left behind
  const copy = await caches.open(NAME);
  try {
    for (const [name, answer] of files) await copy.put(key(name), answer);
  } catch (error) {
    await caches.delete(NAME);
    throw error;
  }
}

/** Drop the copies of before; other portals under the same host keep theirs. */
async function sweep() {
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(OURS) && name !== NAME).map((name) => caches.delete(name)));
  await clients.claim();
}

/** Let a newer copy take over now that the only page is one that just came from the server. */
async function handOver() {
  if (registration.waiting && (await clients.matchAll({ type: "window" })).length < 2) registration.waiting.postMessage("");
}

const late = () => new Promise((resolve) => setTimeout(resolve, PATIENCE));

/** Answer from the server, or else from the copy. */
async function answered(event) {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const copy = await caches.open(NAME);
  const own = await copy.match(key(request.url));
  if (own && !isPage && copied.has(event.clientId)) return own;
  const live = fetch(request).catch(() => undefined);
  const found = await (own ? Promise.race([live, late()]) : live);
  if (found && (found.status < 500 || !own)) {
    if (isPage && found.ok) event.waitUntil(handOver());
    return found;
  }
  if (own || isPage) copied.add(event.resultingClientId);
  return own ?? (isPage ? elsewhere(copy, request.url) : Response.error());
}

/** Answer for a page that is not in the copy: its folder, or that it is not there. */
async function elsewhere(copy, url) {
  if (await copy.match(`${key(url)}/`)) return Response.redirect(`${key(url)}/`);
  const missing = await copy.match(key("404.html"));
  return missing ? new Response(missing.body, { status: 404, headers: missing.headers }) : Response.error();
}

addEventListener("install", (event) => event.waitUntil(unpack()));
addEventListener("activate", (event) => event.waitUntil(sweep()));
addEventListener("message", () => skipWaiting());
addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(registration.scope)) event.respondWith(answered(event));
});
