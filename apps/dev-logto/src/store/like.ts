const special = /[%_\\]/;
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const translated = (pattern: string) =>
  pattern.replace(/\\([^]?)|%|_|[^\\%_]+/g, (whole, literal: string | undefined) => {
    // PostgreSQL takes no pattern that ends in one.
    if (literal === '') return '(?!)';
    if (literal !== undefined) return escaped(literal);
    if (whole === '%') return '.*';
    return whole === '_' ? '.' : escaped(whole);
  });

/**
 * SQL's LIKE (or ILIKE, with `insensitive`): `%` is any text, `_` any one character, `\` takes that meaning from them,
 * and the whole text must fit. `%text%`, by far the most frequent, is a plain substring search.
 */
export function like(pattern: string, { insensitive = true } = {}): (text: string) => boolean {
  const fold = (text: string) => (insensitive ? text.toLowerCase() : text);
  const inner = /^%(.*)%$/s.exec(pattern)?.[1];
  if (inner !== undefined && !special.test(inner)) {
    const wanted = fold(inner);
    return (text) => fold(text).includes(wanted);
  }
  const expression = new RegExp(`^${translated(pattern)}$`, insensitive ? 'isu' : 'su');
  return (text) => expression.test(text);
}

/** What `q` means: the text anywhere, written with or without `%` around it. */
export function containing(q: string): (text: string) => boolean {
  return like(`%${q}%`);
}
