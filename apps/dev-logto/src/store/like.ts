const wildcard = /[%_]/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/**
 * SQL's LIKE (or ILIKE, with `insensitive`): `%` is any text, `_` any one character, and the whole text
 * must fit. `%text%`, by far the most frequent, is a plain substring search.
 */
export function like(pattern: string, { insensitive = true } = {}): (text: string) => boolean {
  const fold = (text: string) => (insensitive ? text.toLowerCase() : text);
  const inner = /^%(.*)%$/s.exec(pattern)?.[1];
  if (inner !== undefined && !wildcard.test(inner)) {
    const wanted = fold(inner);
    return (text) => fold(text).includes(wanted);
  }
  const source = escaped(pattern).replace(/%/g, '.*').replace(/_/g, '.');
  const expression = new RegExp(`^${source}$`, insensitive ? 'isu' : 'su');
  return (text) => expression.test(text);
}

/** What `q` means: the text anywhere, written with or without `%` around it. */
export function containing(q: string): (text: string) => boolean {
  return like(`%${q.replace(/^%|%$/g, '')}%`);
}
