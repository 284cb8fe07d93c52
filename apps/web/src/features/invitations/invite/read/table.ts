import { parseCsv } from '../../../../csv/parse-csv.ts';
import { cleanCell } from './clean-cell.ts';

const DELIMITERS = [',', ';', '\t', '，', '；', '|'];

export interface TextTable {
  /** Cleaned; rows without any content are left out. */
  rows: string[][];
  /** What parts the cells; undefined where there is but one column. */
  delimiter: string | undefined;
}

/** Reads a table as spreadsheets write and copy it. The line `sep=;`, which Excel takes as a hint, is taken as one. */
export function readTable(text: string): TextTable {
  const hint = /^\uFEFF?"?sep=(?<delimiter>[^\r\n"])"?\r?\n/i.exec(text);
  const delimiter = hint?.groups?.delimiter;
  const body = hint ? text.slice(hint[0].length) : text.replace(/^\uFEFF/, '');
  const parsed = parseCsv(body, delimiter ?? DELIMITERS);
  const rows = parsed.rows.map((row) => row.map(cleanCell)).filter((row) => row.some(Boolean));
  const isParted = rows.some((row) => row.length > 1);
  return { rows, delimiter: isParted ? parsed.delimiter : undefined };
}
