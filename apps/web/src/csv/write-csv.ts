// By this name for the reason that parse-csv.ts gives.
import Papa from 'papaparse/papaparse.js';

/** @returns a CSV file as the portal's server writes it: RFC 4180, quoted, with a byte order mark for Excel */
export function writeCsv(rows: string[][]): string {
  return `\uFEFF${Papa.unparse(rows, { quotes: true, newline: '\r\n' })}`;
}
