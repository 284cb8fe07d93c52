/** @returns the names of roles in a cell: separated by commas, semicolons, slashes or lines, those of Chinese included */
export function roleNames(cell: string): string[] {
  const names = cell.split(/[,;/|、，；\n]/u).map((name) => name.trim());
  return [...new Set(names.filter(Boolean))];
}
