import { foldText } from './search-text.ts';

/** Longer texts are compared with their accents: classes of letters would make the pattern too long for an address. */
const MOST_FOLDED = 32;
/** Where letters with accents are: Latin, Greek, Cyrillic; Latin for Vietnamese and others, Greek with breathings. */
const RANGES = [
  [0xc0, 0x24f],
  [0x370, 0x52f],
  [0x1e00, 0x1fff],
] as const;
/** Small letters that carry an accent in hardly any name. */
const BARE = /[bfmpqvx]/;
const ANY_MARKS = '[\u0300-\u036f]*';

/** @returns a pattern of PostgreSQL's `like` that means the text and nothing else */
export const literalPattern = (text: string): string => text.replace(/[\\%_]/g, String.raw`\$&`);

/**
 * @returns a pattern of PostgreSQL's `ilike` for what contains the text, whatever its accents; it also matches other
 * things, so what it finds must be compared. Empty where the text has nothing that never carries an accent
 */
export function loosePattern(text: string): string {
  const parts: string[] = [];
  for (const letter of foldText(text)) {
    const part = isExact(letter) ? literalPattern(letter) : '%';
    if (part !== '%' || parts.at(-1) !== '%') parts.push(part);
  }
  const pattern = parts.join('');
  return pattern === '%' ? '' : pattern;
}

/** Small letters that carry an accent in many names. */
const OFTEN = /[aeiouync]/;

/**
 * @returns a pattern of PostgreSQL's `ilike` that finds less than `loosePattern`: other accents only on the letters that
 * carry one often, and letter and accent in one character. What it finds must be compared
 */
export function tightPattern(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const folded = foldText(letter);
      return folded !== letter.toLowerCase() || OFTEN.test(folded) ? '_' : literalPattern(letter);
    })
    .join('');
}

const isExact = (letter: string): boolean =>
  BARE.test(letter) || (!variants().has(letter) && letter === letter.normalize('NFD'));

/**
 * @returns a regular expression of PostgreSQL (`~*`, or `~` with `isCaseSensitive`) for what contains the text. Accents
 * do not count, unless capital and small letters do; composed and decomposed letters are the same
 */
export function textExpression(text: string, { isCaseSensitive = false } = {}): string {
  const isFolded = !isCaseSensitive && text.length <= MOST_FOLDED;
  return [...(isFolded ? foldText(text) : text.normalize('NFC'))]
    .map((letter) => (isFolded && classOf(letter)) || composedOrNot(letter))
    .join('');
}

function composedOrNot(letter: string): string {
  const decomposed = letter.normalize('NFD');
  return decomposed === letter ? escaped(letter) : `(?:${escaped(letter)}|${escaped(decomposed)})`;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

const classes = new Map<string, string>();

/** @returns a letter with or without accents, in one or several characters; nothing for what has no accents */
function classOf(letter: string): string | undefined {
  if (!/^\p{Letter}$/u.test(letter)) return undefined;
  const others = variants().get(letter);
  if (!others) return letter === letter.normalize('NFD') ? `${letter}${ANY_MARKS}` : undefined;
  let known = classes.get(letter);
  if (known === undefined) {
    known = `[${letter}${letter.toUpperCase()}${rangesOf(others)}]${ANY_MARKS}`;
    classes.set(letter, known);
  }
  return known;
}

function rangesOf(codes: readonly number[]): string {
  let text = '';
  for (let start = 0; start < codes.length;) {
    let end = start;
    while (codes[end + 1] === (codes[end] ?? 0) + 1) end += 1;
    const [from, to] = [codes[start] ?? 0, codes[end] ?? 0].map((code) => String.fromCodePoint(code));
    text += start === end ? from : `${from}-${to}`;
    start = end + 1;
  }
  return text;
}

let known: Map<string, number[]> | undefined;

/** @returns for each letter the characters, in their order, that it becomes when it is folded */
function variants(): ReadonlyMap<string, readonly number[]> {
  if (known) return known;
  known = new Map();
  for (const [first, last] of RANGES)
    for (let code = first; code <= last; code += 1) {
      const character = String.fromCodePoint(code);
      const letter = foldText(character);
      if (letter.length !== 1 || letter === character.toLowerCase()) continue;
      const others = known.get(letter);
      if (others) others.push(code);
      else known.set(letter, [code]);
    }
  return known;
}
