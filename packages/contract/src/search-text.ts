const MARKS = /[\u0300-\u036f]+/g;
/** Letters with a stroke or without a dot, which Unicode does not decompose. */
const STROKED: Readonly<Record<string, string>> = { ø: 'o', đ: 'd', ð: 'd', ħ: 'h', ı: 'i', ł: 'l', ŧ: 't' };
const STROKES = /[øđðħıłŧ]/g;

/**
 * The form in which the portal compares text that people search for: small letters without accents, so that `quinones`
 * finds Quiñones, however its letters are composed (Unicode TR 15). Marks that make another letter stay (が, ü in Thai
 * or Korean script).
 */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(MARKS, '')
    .toLowerCase()
    .replace(STROKES, (letter) => STROKED[letter] ?? letter)
    .normalize('NFC');
}

/** @returns whether one of the texts contains what was typed; nothing typed is in each */
export function containsText(texts: readonly (string | null | undefined)[], typed: string): boolean {
  const wanted = foldText(typed.trim());
  return texts.some((text) => foldText(text ?? '').includes(wanted));
}
