export interface Range {
  from: number;
  to: number;
}

/** @returns the places that the rows of a page have in the whole list, counted from 1; undefined without rows */
export function pageRange(page: number, pageSize: number, rows: number): Range | undefined {
  if (rows === 0) return undefined;
  const from = (page - 1) * pageSize + 1;
  return { from, to: from + rows - 1 };
}
