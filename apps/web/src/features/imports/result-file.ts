import { neutralizeFormulas } from '@org-portal/contract';
import { parseCsv } from '../../csv/parse-csv.ts';

/** @returns the address of an import's result as a file */
export function resultAddress(organizationId: string, importId: string): string {
  const [organization, one] = [organizationId, importId].map(encodeURIComponent);
  return `/api/organizations/${organization}/imports/${one}/result`;
}

/** @returns addresses and links of a result, a line each, as they are pasted into a letter or a table */
export function linksOf(result: string): string[] {
  const [titles = [], ...rows] = parseCsv(result.replace(/^\uFEFF/, ''), ',').rows;
  const [address, link] = [titles.indexOf('email'), titles.indexOf('link')];
  return rows.flatMap((row) =>
    row[address] && row[link] ? [`${neutralizeFormulas(row[address])}\t${row[link]}`] : [],
  );
}
