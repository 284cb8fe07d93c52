export interface Person {
  name: string | null;
  username?: string | null;
  email?: string | null;
}

/** @returns what to call somebody: the name, else the e-mail address, else the username; undefined if there is none */
export function personName({ name, username, email }: Person): string | undefined {
  return [name, email, username].find((candidate) => candidate?.trim())?.trim();
}

/**
 * @returns one or two letters for a picture's place: the first of the first and last word; of a name in Chinese,
 * Japanese or Korean letters the last two, which is how people there shorten names
 */
export function initials(name: string): string {
  const words = name
    .replace(/@.*$/, '')
    .split(/[\s._-]+/u)
    .filter(Boolean);
  const [first = ''] = words;
  if (/^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u.test(words.join(''))) {
    return letters(words.join('')).slice(-2).join('');
  }
  const last = words.length > 1 ? (words.at(-1) ?? '') : '';
  return `${letters(first)[0] ?? ''}${letters(last)[0] ?? ''}`.toLocaleUpperCase();
}

/** What a reader takes for single letters: an accent or a joined emoji is no letter of its own. */
function letters(text: string): string[] {
  return [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
}
