import { decodeText } from './decode-text.ts';
import { readPeople, type ReadPerson } from './read-people.ts';

/** Ten thousand rows with long names are less than a tenth of it. */
const MAX_BYTES = 20_000_000;

/** Why nothing was read. */
export type FileFault = 'tooLarge' | 'workbook' | 'empty' | 'noAddress' | 'unreadable';

/**
 * Reads whom to invite from a file.
 * @param knownRoles names of roles, in lower case
 */
export async function readFile(
  file: File,
  knownRoles: ReadonlySet<string>,
): Promise<ReadPerson[] | FileFault> {
  if (file.size > MAX_BYTES) return 'tooLarge';
  try {
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (isWorkbook(bytes)) return 'workbook';
    const { text } = decodeText(bytes);
    if (text.trim() === '') return 'empty';
    return /[@＠]/.test(text) ? readPeople(text, knownRoles) : 'noAddress';
  } catch {
    return 'unreadable';
  }
}

/** The files of Excel and its likes are archives (`PK`), the old ones compound files. */
function isWorkbook([first, second, third, fourth]: Uint8Array): boolean {
  const start = [first, second, third, fourth].join(' ');
  return start === '80 75 3 4' || start === '208 207 17 224';
}
