/** Unicode calls these letters and symbols, and fonts show nothing for them: fillers, Braille blank, null notehead. */
const BLANK_LOOKING =
  '\\p{Default_Ignorable_Code_Point}\\u2800\\u3164\\uFFA0\\u115F\\u1160\\uFFFC\\u{1D159}\\u{13441}\\u{13442}';
const SEEN = `(?![${BLANK_LOOKING}])[\\p{L}\\p{N}\\p{P}\\p{S}]`;

/** JSON Schema pattern (with Unicode flag) of a text in which somebody sees something. */
export const VISIBLE_PATTERN = SEEN;

const ignored = /\p{Default_Ignorable_Code_Point}+/gu;
/** Two marks a letter: as many as Thai or Vietnamese stack. A mark without a letter says nothing. */
const shown = new RegExp(`${SEEN}\\p{M}{0,2}| `, 'gu');
const blanks = new RegExp(`[\\s${BLANK_LOOKING}]+`, 'gu');
const seen = new RegExp(SEEN, 'u');

/** @returns whether a reader sees anything of the text */
export const isVisible = (text: string): boolean => seen.test(text);

/** @returns how many characters a reader sees of the text: a run of blanks is one, those at its ends are none */
export function visibleLength(text: string): number {
  const spaced = text.normalize('NFC').replace(ignored, '').replace(blanks, ' ').trim();
  return [...(spaced.match(shown)?.join('') ?? '').trim()].length;
}
