import { containsText } from '@org-portal/contract';

/** Finds options of a `Select` by name or e-mail address, whatever their accents: for `showSearch={{ filterOption }}`. */
export const filterOption = (
  typed: string,
  option?: { label?: string | null; email?: string | null },
): boolean => containsText([option?.label, option?.email], typed);
