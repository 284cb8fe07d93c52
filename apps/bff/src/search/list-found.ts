import {
  MAX_PAGE_SIZE,
  containsText,
  literalPattern,
  loosePattern,
  tightPattern,
  type Page,
  type PageRequest,
} from '@org-portal/contract';
import { cutPage } from '../reply-page.ts';

/** Pages that are read and compared here where a pattern finds no more than that. */
const FEW_PAGES = 2;
/** Pages that are read where nothing has the text as it was typed. */
const MOST_PAGES = 5;

/** One of Logto's lists that can be searched with a pattern of `ilike`. */
export interface SearchedList<Item> {
  read: (page: PageRequest, pattern: string) => Promise<Page<Item>>;
  /** The texts of an item that are searched. */
  texts: (item: Item) => readonly (string | null)[];
  /** Logto searches more than `texts` for such a text, so all that it finds must be compared here. */
  isComparedAlways?: boolean;
}

/**
 * A page of what contains the text, each character for itself. Logto compares accents exactly, so patterns without
 * accents are asked for, and what they find is compared here. Where that is too much to read, Logto pages what has the
 * text as it was typed; where nothing has, the first pages are compared and the total is a lower bound.
 */
export async function listFound<Item>(
  list: SearchedList<Item>,
  text: string,
  page: PageRequest,
): Promise<Page<Item>> {
  const { read, texts, isComparedAlways } = list;
  const fits = (item: Item) => containsText(texts(item), text);
  const few = await readFew(read, text);
  if (few.isAll || few.items.some(fits)) return cutPage(few.items.filter(fits), page);
  if (!isComparedAlways) {
    for (const form of formsOf(text)) {
      const exact = await read(page, literalPattern(form));
      if (exact.total > 0) return exact;
    }
  }
  const many = await readPages(read, loosePattern(text), MOST_PAGES);
  return { ...cutPage(many.items.filter(fits), page), isTotalCapped: many.isMore };
}

type Read<Item> = SearchedList<Item>['read'];

/** @returns the text as Logto may hold it: letters and accents in one character, or apart */
export const formsOf = (text: string): string[] => [
  ...new Set([text.normalize('NFC'), text.normalize('NFD')]),
];

/**
 * @returns what may have the text, with any accents (`isAll`), or with accents that are frequent; nothing where that is
 * too much to read
 */
export async function readFew<Item>(
  read: Read<Item>,
  text: string,
): Promise<{ items: Item[]; isAll: boolean }> {
  const loose = await readPages(read, loosePattern(text), FEW_PAGES);
  if (!loose.isMore) return { items: loose.items, isAll: true };
  const tight = await readPages(read, tightPattern(text), FEW_PAGES);
  return { items: tight.isMore ? [] : tight.items, isAll: false };
}

/** Reads all, or `most` pages; only one where there is more than the few that are compared. */
async function readPages<Item>(
  read: Read<Item>,
  pattern: string,
  most: number,
): Promise<{ items: Item[]; isMore: boolean }> {
  const items: Item[] = [];
  let total = Infinity;
  for (let page = 1; page <= most && items.length < total; page += 1) {
    const found = await read({ page, pageSize: MAX_PAGE_SIZE }, pattern);
    items.push(...found.items);
    total = found.total;
    const isTooMuch = most === FEW_PAGES && total > most * MAX_PAGE_SIZE;
    if (isTooMuch || found.items.length === 0) break;
  }
  return { items, isMore: total > most * MAX_PAGE_SIZE };
}
