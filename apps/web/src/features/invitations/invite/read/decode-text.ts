export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'gb18030' | 'windows-1252';

const MARKS: [Encoding, number[]][] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** How much of a file without a mark is looked at, in bytes. */
const SAMPLE = 4096;

/**
 * Reads the text of a file that may come from any spreadsheet: by its byte order mark; else UTF-16 where every other
 * byte is zero; else what is valid as UTF-8; else as GBK (in its superset GB18030), as Excel writes CSV in Chinese; else
 * as Windows-1252, as it does in Western languages.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const marked = MARKS.find(([, mark]) => mark.every((byte, place) => bytes[place] === byte))?.[0];
  const encoding = marked ?? unmarkedUtf16(bytes) ?? firstValid(bytes);
  return { text: new TextDecoder(encoding).decode(bytes), encoding };
}

function unmarkedUtf16(bytes: Uint8Array): Encoding | undefined {
  const length = Math.min(bytes.length, SAMPLE);
  let even = 0;
  let odd = 0;
  for (let place = 0; place < length; place += 1) {
    if (bytes[place] !== 0) continue;
    if (place % 2 === 0) even += 1;
    else odd += 1;
  }
  const many = length / 8;
  if (odd > many && even < many / 4) return 'utf-16le';
  return even > many && odd < many / 4 ? 'utf-16be' : undefined;
}

function firstValid(bytes: Uint8Array): Encoding {
  const valid = (['utf-8', 'gb18030'] as const).find((encoding) => {
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return true;
    } catch {
      return false;
    }
  });
  return valid ?? 'windows-1252';
}
