/**
 * The marks of a pasted list. A quote or bracket that is never closed is none of them, and left out.
 * Every alternative stops at the line's end or at its own opening mark, so that a hostile text takes linear time.
 */
const MARKS =
  /"(?<quoted>[^"\n]*)"|<(?<angle>[^<>\n]*)>|\((?<remark>[^()\n]*)\)|(?<separator>[,;、。\n])|(?<word>[^\s,;、。"<>()]+)/gu;

/** What copying out of mail programs, chats and documents leaves behind unseen. */
const INVISIBLE = /[\p{Cf}]/gu;

type Mark = 'quoted' | 'angle' | 'remark' | 'separator' | 'word';

interface Piece {
  kind: Mark;
  text: string;
}

/**
 * Finds the addresses in a text that somebody typed or pasted: separated by commas, semicolons, spaces, tabs or
 * lines, those of Chinese keyboards included, bare or with names as mail programs write them (`Ada <a@b.co>`,
 * `"Doe, John" <j@d.co>`, and Outlook's unquoted `Doe, John <j@d.co>`). Names are left out. What looks like an
 * attempt at an address is never lost: it comes as it is, valid or not, as does an entry that holds none.
 * @returns the entries in the order of the text, repetitions included
 */
export function parseAddressList(text: string): string[] {
  const plain = text.normalize('NFKC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
  return entries(pieces(plain)).flatMap(addressesOf);
}

function pieces(text: string): Piece[] {
  return [...text.matchAll(MARKS)].flatMap(({ groups = {} }): Piece[] =>
    Object.entries(groups).flatMap(([kind, text]) =>
      (text as string | undefined) === undefined ? [] : [{ kind: kind as Mark, text: text ?? '' }],
    ),
  );
}

/** Splits at the separators, except at a comma within an unquoted name: `Doe, John <j@d.co>`. */
function entries(all: Piece[]): Piece[][] {
  const split: { ending: string; pieces: Piece[] }[] = [{ ending: '', pieces: [] }];
  for (const piece of all) {
    const last = split.at(-1);
    if (piece.kind !== 'separator') last?.pieces.push(piece);
    else if (last) {
      last.ending = piece.text;
      split.push({ ending: '', pieces: [] });
    }
  }
  return split.reduceRight<Piece[][]>((joined, { ending, pieces }) => {
    const [next = [], ...others] = joined;
    const isFirstHalf = ending === ',' && pieces.length > 0 && pieces.every(isPlainWord) && isNamed(next);
    return isFirstHalf ? [[...pieces, ...next], ...others] : [pieces, ...joined];
  }, []);
}

const isPlainWord = ({ kind, text }: Piece) => kind === 'word' && !text.includes('@');

/** Begins with words of a name and goes on with an address in angle brackets. */
function isNamed(entry: Piece[]): boolean {
  const angle = entry.findIndex(({ kind }) => kind === 'angle');
  return angle > 0 && entry.slice(0, angle).every(isPlainWord);
}

function addressesOf(entry: Piece[]): string[] {
  const found = entry.flatMap(({ kind, text }, place) => {
    if (kind === 'word') return text.includes('@') && !isNameAt(entry, place) ? [bare(text)] : [];
    return isNameAt(entry, place) || !text.includes('@') ? [] : parseAddressList(text);
  });
  const whole = entry
    .map(({ text }) => text)
    .join(' ')
    .trim();
  return found.length > 0 || whole === '' ? found : [whole];
}

/** What stands right before `<…>` is the name of it, even when it looks like an address. */
function isNameAt(entry: Piece[], place: number): boolean {
  return entry[place]?.kind !== 'angle' && entry[place + 1]?.kind === 'angle';
}

/** Takes off what the surrounding text has put around an address. */
function bare(word: string): string {
  return word
    .replace(/^mailto:([^?]*).*$/i, '$1')
    .replace(/^'(.+)'$/, '$1')
    .replace(/^[‘’“”«»[{*•·]+|[‘’“”«»\]}*.:!?]+$/gu, '');
}
