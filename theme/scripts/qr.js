/**
 * QR codes (ISO/IEC 18004): bytes, versions 1 to 10, level M, mask 2. Enough for a web address of 213 bytes.
 * A fixed mask is allowed: every reader undoes whichever mask a code says it has (7.8).
 */

/** For each version: error correction codewords of a block, and the number of blocks (table 9). */
const BLOCKS = [[10, 1], [16, 1], [26, 1], [18, 2], [24, 2], [16, 4], [18, 4], [22, 4], [22, 5], [26, 5]];
const TOTAL = [26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
/** The space between alignment patterns, counted back from the last one (annex E). */
const STEP = [0, 12, 16, 20, 24, 28, 16, 18, 20, 22];
const QUIET = 4;

const EXP = [1];
for (let i = 1; i < 255; i++) EXP[i] = (EXP[i - 1] << 1) ^ (EXP[i - 1] > 127 ? 0x11d : 0);
const LOG = [];
EXP.forEach((value, power) => { LOG[value] = power; });
/** Multiply in the field of 256 elements. */
const times = (a, b) => (a && b ? EXP[(LOG[a] + LOG[b]) % 255] : 0);

/** The Reed-Solomon codewords of a block (7.5). */
function correction(data, count) {
  let generator = [1];
  for (let i = 0; i < count; i++) {
    const next = [...generator, 0];
    generator.forEach((value, place) => { next[place + 1] ^= times(value, EXP[i]); });
    generator = next;
  }
  const rest = [...data, ...new Array(count).fill(0)];
  data.forEach((_, at) => {
    const lead = rest[at];
    generator.forEach((value, place) => { rest[at + place] ^= times(value, lead); });
  });
  return rest.slice(data.length);
}

/** A number followed by the remainder of its division, as format and version carry it (7.9, 7.10). */
function checked(number, generator, length) {
  let rest = number << length;
  for (let bit = 31 - Math.clz32(rest); bit >= length; bit = 31 - Math.clz32(rest)) rest ^= generator << (bit - length);
  return (number << length) | rest;
}

const room = (version) => TOTAL[version - 1] - BLOCKS[version - 1][0] * BLOCKS[version - 1][1];

/** The data codewords: mode, length, bytes, end, padding (7.4). */
function encoded(bytes, version) {
  const bits = [];
  const put = (value, length) => { for (let i = length - 1; i >= 0; i--) bits.push((value >> i) & 1); };
  const most = room(version);
  put(4, 4);
  put(bytes.length, version > 9 ? 16 : 8);
  bytes.forEach((byte) => put(byte, 8));
  put(0, Math.min(4, most * 8 - bits.length));
  while (bits.length % 8) bits.push(0);
  const words = [];
  for (let i = 0; i < bits.length; i += 8) words.push(parseInt(bits.slice(i, i + 8).join(""), 2));
  for (let pad = 0xec; words.length < most; pad ^= 0xec ^ 0x11) words.push(pad);
  return words;
}

/** The codewords in the order in which they are placed: the blocks side by side (7.6). */
function interleaved(words, version) {
  const [extra, count] = BLOCKS[version - 1];
  const short = Math.floor(words.length / count);
  const longer = count - (words.length % count);
  let start = 0;
  const blocks = Array.from({ length: count }, (_, i) => words.slice(start, (start += short + (i >= longer))));
  const checks = blocks.map((block) => correction(block, extra));
  const across = (rows, most) => Array.from({ length: most }, (_, i) => rows.map((row) => row[i])).flat();
  return [...across(blocks, short + 1), ...across(checks, extra)].filter((word) => word !== undefined);
}

/** The patterns that every code of a version has (6.3), with its format and version; the rest is undefined. */
function frame(version) {
  const size = 17 + 4 * version;
  const grid = Array.from({ length: size }, () => new Array(size));
  const square = (row, column, reach, dark) => {
    for (let y = -reach; y <= reach; y++) for (let x = -reach; x <= reach; x++) {
      if (grid[row + y] && column + x >= 0 && column + x < size) grid[row + y][column + x] = dark(Math.max(Math.abs(x), Math.abs(y)));
    }
  };
  const spots = [6];
  for (let at = size - 7; version > 1 && at > 6; at -= STEP[version - 1]) spots.splice(1, 0, at);
  for (const row of spots) for (const column of spots) {
    const inCorner = Math.min(row, column) === 6 && (row === column || row + column === size - 1);
    if (!inCorner) square(row, column, 2, (ring) => ring !== 1);
  }
  // Where an alignment pattern lies on a timing line, both have the same colours.
  for (let i = 0; i < size; i++) grid[6][i] = grid[i][6] = i % 2 === 0;
  for (const [row, column] of [[3, 3], [3, size - 4], [size - 4, 3]]) square(row, column, 4, (ring) => ring !== 2 && ring !== 4);
  const format = checked(2, 0x537, 10) ^ 0x5412;
  for (let i = 0; i < 15; i++) {
    const dark = ((format >> i) & 1) === 1;
    grid[i < 6 ? i : i < 8 ? i + 1 : size - 15 + i][8] = dark;
    grid[8][i < 8 ? size - 1 - i : i === 8 ? 7 : 14 - i] = dark;
  }
  grid[size - 8][8] = true;
  const told = checked(version, 0x1f25, 12);
  for (let i = 0; version > 6 && i < 18; i++) {
    const [far, near] = [size - 11 + (i % 3), Math.floor(i / 3)];
    grid[far][near] = grid[near][far] = ((told >> i) & 1) === 1;
  }
  return grid;
}

/**
 * The modules of a code as rows of true (dark) and false; nothing when the text is too long.
 * @param {string} text
 * @returns {boolean[][] | undefined}
 */
export function modules(text) {
  const bytes = new TextEncoder().encode(text);
  const version = TOTAL.findIndex((_, i) => bytes.length + (i > 8 ? 3 : 2) <= room(i + 1)) + 1;
  if (!version) return undefined;
  const words = interleaved(encoded(bytes, version), version);
  const grid = frame(version);
  let bit = 0;
  // Two columns at a time from the right, up and down in turn, past the timing column (7.7.3).
  for (let right = grid.length - 1, up = true; right > 0; right -= right === 8 ? 3 : 2, up = !up) {
    for (let step = 0; step < grid.length; step++) {
      const row = grid[up ? grid.length - 1 - step : step];
      for (const column of [right, right - 1]) {
        if (row[column] !== undefined) continue;
        row[column] = (((words[bit >> 3] >> (7 - (bit & 7))) & 1) === 1) !== (column % 3 === 0);
        bit++;
      }
    }
  }
  return grid;
}

/** A code as an SVG path with its width in modules, the quiet zone included. @param {boolean[][]} grid */
export function path(grid) {
  const dots = grid.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : "")));
  return { d: dots.join(""), size: grid.length + 2 * QUIET };
}
