/** @returns a pattern for `ilike` that matches what has the text in it; nothing for no text */
export function patternOf(text = ''): string | undefined {
  const wanted = text.trim();
  return wanted === '' ? undefined : `%${wanted.replace(/[\\%_]/g, String.raw`\$&`)}%`;
}
