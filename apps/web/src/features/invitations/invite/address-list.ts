/**
 * The marks of a pasted list. A quote or bracket that is never closed is none of them, and left out.
 * Every alternative stops at the line's end or at its own opening mark, so that a hostile text takes linear time.
 */
const MARKS =
  /"(?<quoted>[^"\n]*)"|<(?<angle>[^<>\n]*)>|\((?<remark>[^()\n]*)\)|(?<separator>[,;、。\n])|(?<word>[^\s,;、。"<>()]+)/gu;

/** What copying out of mail programs, chats and documents leaves behind unseen. */
const INVISIBLE = /[\p{Cf}]/gu;

const KINDS = ['word', 'separator', 'angle', 'quoted', 'remark'] as const;
type Mark = (typeof KINDS)[number];

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
  return parsePeople(text).map(({ address }) => address);
}

/** The same, with the names that stand before an address in angle brackets. */
export function parsePeople(text: string): { address: string; name?: string }[] {
  const plain = text.normalize('NFKC').replace(/\r\n?/g, '\n').replace(INVISIBLE, '');
  return entries(pieces(plain)).flatMap((entry) => {
    if (entry.length === 0) return [];
    const addresses = addressesOf(entry);
    const name = addresses.length === 1 ? nameIn(entry) : '';
    return addresses.map((address) => ({ address, ...(name && { name }) }));
  });
}

function nameIn(entry: Piece[]): string {
  const end = entry.findIndex(({ kind, text }) => kind === 'angle' && text.includes('@'));
  const name = entry
    .slice(0, Math.max(end, 0))
    .map(({ text }) => text)
    .join(' ');
  return name.replace(/^'(.*)'$/, '$1').trim();
}

function pieces(text: string): Piece[] {
  return Array.from(text.matchAll(MARKS), ({ groups = {} }): Piece => {
    const kind = KINDS.find((one) => groups[one] !== undefined) ?? 'word';
    return { kind, text: groups[kind] ?? '' };
  });
}

/** Splits at the separators, except at a comma within an unquoted name: `Doe, John <j@d.co>`. */
function entries(all: Piece[]): Piece[][] {
  const split: Piece[][] = [];
  let entry: Piece[] = [];
  let isName = false;
  // From the end, since what follows a comma tells whether a name goes on there.
  for (const piece of all.toReversed()) {
    if (piece.kind !== 'separator') {
      isName = isPlainWord(piece) && (isName || entry.at(-1)?.kind === 'angle');
      entry.push(piece);
    } else if (piece.text !== ',' || !isName) {
      split.push(entry.reverse());
      entry = [];
      isName = false;
    }
  }
  return [...split, entry.reverse()].reverse();
}

const isPlainWord = ({ kind, text }: Piece) => kind === 'word' && !text.includes('@');

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
    .replace(/^[‘’“”«»[{*•·]+|(?<![‘’“”«»\]}*.:!?])[‘’“”«»\]}*.:!?]+$/gu, '');
}
