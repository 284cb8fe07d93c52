import { createContext, Script } from 'node:vm';
import { invalidRequest } from '../http/request-error.ts';
import { like } from '../store/like.ts';

export const searchModes = ['exact', 'like', 'similar_to', 'posix'] as const;
export type SearchMode = (typeof searchModes)[number];

type Fits = (text: string) => boolean;

function compiled(source: string, flags: string): RegExp {
  try {
    return new RegExp(source, flags);
  } catch {
    throw invalidRequest(400, 'The search value is no valid pattern.');
  }
}

/** Milliseconds for one text. PostgreSQL's engine does not go back and forth; JavaScript's can do so for hours. */
const PATIENCE = 200;
const testing = new Script('expression.test(text)');

/** @returns the test of a regular expression; it refuses the search when one text takes too long */
function inTime(expression: RegExp): Fits {
  const context = createContext({ expression, text: '' });
  return (text) => {
    context['text'] = text;
    try {
      return testing.runInContext(context, { timeout: PATIENCE });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
      throw invalidRequest(400, 'The search value takes too long to match.');
    }
  };
}

/** PostgreSQL's bracket classes, which JavaScript spells in another way. */
const classes: Readonly<Record<string, string>> = {
  alpha: 'A-Za-z',
  digit: '0-9',
  alnum: 'A-Za-z0-9',
  upper: 'A-Z',
  lower: 'a-z',
  space: '\\s',
  punct: '!-\\/:-@\\[-`{-~',
  xdigit: '0-9A-Fa-f',
};
const translated = (pattern: string) =>
  pattern.replace(/\[:(\w+):\]/g, (whole, name: string) =>
    Object.hasOwn(classes, name) ? (classes[name] ?? whole) : whole,
  );

/** SQL's SIMILAR TO: the whole text, `%` and `_` as in LIKE, the rest as in a regular expression. */
function similarTo(pattern: string): Fits {
  const source = translated(pattern).replace(/[.^$]/g, '\\$&').replace(/%/g, '.*').replace(/_/g, '.');
  return inTime(compiled(`^(?:${source})$`, 's'));
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
      return inTime(compiled(translated(first), caseSensitive ? '' : 'i'));
  }
}
