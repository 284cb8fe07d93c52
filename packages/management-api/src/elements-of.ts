const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const SPACE = new Set([0x20, 0x09, 0x0a, 0x0d]);
const LIST = 0x5b;

/**
 * Cuts a JSON array (RFC 8259) of objects into the texts of its elements, without making one text of all.
 * @param parts the bytes, which are taken out of this list as they are used
 * @throws SyntaxError for what is not an array of objects; what is inside an element is not looked at
 */
export function* elementsOf(parts: Buffer[]): Generator<string> {
  let depth = 0;
  let isInString = false;
  let isEscaped = false;
  let isList = false;
  let before: Buffer[] = [];
  for (let part = parts.shift(); part; part = parts.shift()) {
    let start = 0;
    for (let at = 0; at < part.length; at += 1) {
      const byte = part[at] as number;
      if (isInString) {
        if (isEscaped) isEscaped = false;
        else if (byte === BACKSLASH) isEscaped = true;
        else if (byte === QUOTE) isInString = false;
      } else if (OPENING.has(byte)) {
        if (depth === 0 && (byte !== LIST || isList)) throw new SyntaxError('not an array');
        if (depth === 1) start = at;
        isList = true;
        depth += 1;
      } else if (CLOSING.has(byte)) {
        depth -= 1;
        if (depth < 0) throw new SyntaxError('more is closed than was opened');
        if (depth === 1) {
          yield Buffer.concat([...before, part.subarray(start, at + 1)]).toString();
          before = [];
        }
      } else if (depth > 1) {
        isInString = byte === QUOTE;
      } else if (!SPACE.has(byte) && !(depth === 1 && byte === COMMA)) {
        throw new SyntaxError('not an array of objects');
      }
    }
    if (depth > 1) before.push(part.subarray(start));
  }
  if (!isList || depth !== 0) throw new SyntaxError('the array does not end');
}
