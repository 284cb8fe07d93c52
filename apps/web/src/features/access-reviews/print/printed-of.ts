import type { AccessReview } from '@org-portal/contract';

/** Lines that are still read on paper. */
const MOST = 5_000;

/** @returns which lines of a review are printed: of a large one those marked for removal alone, if they are not too many */
export function printedOf({ lines }: Pick<AccessReview, 'lines'>): 'all' | 'marked' | 'none' {
  if (lines.total <= MOST) return 'all';
  return lines.toRemove <= MOST ? 'marked' : 'none';
}
