import { RE2JS, RE2JSSyntaxException } from 're2js';
import { invalidRequest } from '../http/request-error.ts';
import { like } from '../store/like.ts';

export const searchModes = ['exact', 'like', 'similar_to', 'posix'] as const;
export type SearchMode = (typeof searchModes)[number];

type Fits = (text: string) => boolean;

/**
 * PostgreSQL's engine takes time in proportion to the text, and JavaScript's may take hours, so a port of RE2 stands in.
 * It knows the bracket classes as `[[:alpha:]]`, but no back references.
 */
function inLinearTime(source: string, flags: number): Fits {
  const expression = compiled(source, flags);
  return (text) => expression.matcher(text).find();
}

function compiled(source: string, flags: number): RE2JS {
  try {
    return RE2JS.compile(source, flags);
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error;
    throw invalidRequest(400, 'The search value is no valid pattern.');
  }
}

/** SQL's SIMILAR TO: the whole text, `%` and `_` as in LIKE, the rest as in a regular expression. */
function similarTo(pattern: string): Fits {
  const source = pattern.replace(/[.^$]/g, '\\$&').replace(/%/g, '.*').replace(/_/g, '.');
  return inLinearTime(`^(?:${source})$`, RE2JS.DOTALL);
}

/** The test of one value, or several with `exact`, as PostgreSQL's `=`, `~~`, `similar to` and `~` do it. */
export function matcherOf(mode: SearchMode, values: readonly string[], caseSensitive: boolean): Fits {
  const [first = ''] = values;
  switch (mode) {
    case 'exact': {
      const fold = (text: string) => (caseSensitive ? text : text.toLowerCase());
      const wanted = new Set(values.map(fold));
      return (text) => wanted.has(fold(text));
    }
    case 'like':
      return like(first, { insensitive: !caseSensitive });
    case 'similar_to':
      if (!caseSensitive) throw invalidRequest(400, 'Cannot use case-insensitive match for `similar to`.');
      return similarTo(first);
    case 'posix':
      return inLinearTime(first, caseSensitive ? 0 : RE2JS.CASE_INSENSITIVE);
  }
}
