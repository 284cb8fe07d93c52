/** Characters without a place of their own, which copying leaves behind; joiners stay, since some scripts need them. */
const UNSEEN = /[\u00AD\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g;

/**
 * @returns what somebody reads in a cell: without unseen characters, spaces of any width as one, and without what
 * keeps Excel from reading it as a formula or number (`="…"`, a leading `'`)
 */
export function cleanCell(cell: string): string {
  return cell
    .replace(UNSEEN, '')
    .replace(/[\s\u00A0\u3000]+/g, ' ')
    .trim()
    .replace(/^="(.*)"$/, '$1')
    .replace(/^'(?=\S)/, '')
    .trim();
}
