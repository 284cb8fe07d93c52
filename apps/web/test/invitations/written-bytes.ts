export type WrittenAs = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'utf-16le-bare' | 'gbk';

/** @returns a text as a spreadsheet writes it to a file */
export function bytesIn(encoding: WrittenAs, text: string): Uint8Array<ArrayBuffer> {
  switch (encoding) {
    case 'utf-8':
      return new TextEncoder().encode(text);
    case 'utf-8-bom':
      return new TextEncoder().encode(`\ufeff${text}`);
    case 'utf-16le':
      return utf16(`\ufeff${text}`, true);
    case 'utf-16le-bare':
      return utf16(text, true);
    case 'utf-16be':
      return utf16(`\ufeff${text}`, false);
    case 'gbk':
      return Uint8Array.from([...text].flatMap((letter) => gbkOf(letter)));
  }
}

function utf16(text: string, isLittleEndian: boolean): Uint8Array<ArrayBuffer> {
  const view = new DataView(new ArrayBuffer(text.length * 2));
  for (let place = 0; place < text.length; place += 1) {
    view.setUint16(place * 2, text.charCodeAt(place), isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** Node decodes GBK but does not encode it, so the table is that of its decoder, turned round. */
const GBK = new Map<string, number[]>();
const decoder = new TextDecoder('gbk');
for (let lead = 0x81; lead <= 0xfe; lead += 1) {
  for (let trail = 0x40; trail <= 0xfe; trail += 1) {
    if (trail !== 0x7f) GBK.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail]);
  }
}

function gbkOf(letter: string): number[] {
  const bytes = letter.charCodeAt(0) < 0x80 ? [letter.charCodeAt(0)] : GBK.get(letter);
  if (!bytes) throw new Error(`GBK has no ${letter}`);
  return bytes;
}
