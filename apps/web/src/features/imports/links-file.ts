import { neutralizeFormulas, type ImportLinks } from '@org-portal/contract';
import { writeCsv } from '../../csv/write-csv.ts';

type Links = ImportLinks['links'];

/** @returns addresses and links, a line each, to paste into a letter or a table */
export function linksAsText(links: Links): string {
  return links.map(({ invitee, link }) => `${neutralizeFormulas(invitee)}\t${link}`).join('\n');
}

/** Saves the links as a CSV file. The page makes it, so that the links are fetched, and recorded, once. */
export function saveLinks(links: Links, name: string): void {
  const rows = links.map(({ number, invitee, name, roles, expiresAt, link }) => [
    String(number),
    neutralizeFormulas(invitee),
    neutralizeFormulas(name ?? ''),
    neutralizeFormulas(roles.map((role) => role.name).join('; ')),
    expiresAt,
    link,
  ]);
  const csv = writeCsv([['row', 'email', 'name', 'roles', 'expires', 'link'], ...rows]);
  const address = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }));
  const anchor = Object.assign(document.createElement('a'), { href: address, download: name });
  anchor.click();
  // The browser reads the file after the press; Safari later than others.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
