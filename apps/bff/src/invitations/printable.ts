/** @returns the text without what PostgreSQL keeps no text with: NUL, half a surrogate pair */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cs}]/gu, '\uFFFD');
