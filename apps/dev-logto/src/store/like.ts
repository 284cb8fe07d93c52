const special = /[%_\\]/;

/** `any`: `%`. `one`: `_`. Else a character that stands for itself. */
type Part = 'any' | 'one' | { is: string };

/** @returns undefined where PostgreSQL takes no such pattern: one that ends in `\` */
function parsed(pattern: string): Part[] | undefined {
  const parts: Part[] = [];
  let isEscaped = false;
  for (const is of pattern) {
    if (!isEscaped && is === '\\') {
      isEscaped = true;
      continue;
    }
    if (isEscaped || (is !== '%' && is !== '_')) parts.push({ is });
    else if (is === '_') parts.push('one');
    else if (parts.at(-1) !== 'any') parts.push('any');
    isEscaped = false;
  }
  return isEscaped ? undefined : parts;
}

/**
 * Whether the whole text fits. Where it does not, only the last `%` before takes one character more: an earlier one could not
 * help. So the time is at most that of pattern times text, where a regular expression would need their power.
 */
function fits(parts: readonly Part[], text: readonly string[]): boolean {
  let part = 0;
  let retry: { part: number; at: number } | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const wanted = parts[part];
    if (wanted === 'any') {
      retry = { part, at };
      part += 1;
      at -= 1;
    } else if (wanted === 'one' || (wanted !== undefined && wanted.is === text[at])) {
      part += 1;
    } else if (retry) {
      at = retry.at;
      part = retry.part + 1;
      retry.at += 1;
    } else return false;
  }
  return parts.slice(part).every((rest) => rest === 'any');
}

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
  const parts = parsed(fold(pattern));
  return (text) => parts !== undefined && fits(parts, [...fold(text)]);
}

/** What `q` means: the text anywhere, written with or without `%` around it. */
export function containing(q: string): (text: string) => boolean {
  return like(`%${q}%`);
}
