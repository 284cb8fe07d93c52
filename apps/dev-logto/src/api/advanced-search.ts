import { invalidRequest } from '../http/request-error.ts';
import { matcherOf, searchModes, type SearchMode } from './search-modes.ts';

type Row<Field extends string> = { readonly [Key in Field]?: string | null };

const refuse = (details: string) => invalidRequest(400, details);
const snakeCase = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const truthy = /^(1|true|y|yes|yep|yeah)$/i;

/** `search.name` is about the field `name`, `search` about them all. */
function fieldOf(key: string): string | undefined {
  const [, field, ...deeper] = key.split('.');
  if (deeper.length > 0) {
    const path = [field, ...deeper].join('.');
    throw refuse(
      `Unsupported nested search field path \`${path}\` detected. Only the first level field is supported.`,
    );
  }
  return field;
}

function assertMode(mode: string, field: string | undefined): asserts mode is SearchMode {
  if ((searchModes as readonly string[]).includes(mode)) return;
  const where = field ? ` for field \`${field}\`` : '';
  throw refuse(
    `Search match mode \`${mode}\`${where} is not valid, expect one of ${searchModes.join(', ')}.`,
  );
}

function assertValues(values: readonly string[], mode: SearchMode): void {
  if (mode !== 'exact' && values.length > 1)
    throw refuse('Only one search value is allowed when search mode is not `exact`.');
  if (!values.every(Boolean)) throw refuse('Search value cannot be empty.');
}

interface Asked {
  readonly modes: ReadonlyMap<string | undefined, SearchMode>;
  readonly values: ReadonlyMap<string | undefined, readonly string[]>;
}

function read(query: URLSearchParams): Asked {
  const modes = new Map<string | undefined, SearchMode>();
  const values = new Map<string | undefined, string[]>();
  for (const [key, value] of query) {
    if (key.startsWith('mode')) {
      const field = fieldOf(key);
      assertMode(value, field);
      modes.set(field, value);
    } else if (key.startsWith('search')) {
      const field = fieldOf(key);
      values.set(field, [...(values.get(field) ?? []), value]);
    }
  }
  return { modes, values };
}

/**
 * Logto's "advanced user search" (its documentation has a page of that name), which also searches roles,
 * scopes and applications: `search`, `search.{field}`, `mode.{field}`, `joint`, `isCaseSensitive`.
 * Returns the test that a row must pass. Throws 400 `request.invalid_input` for what makes no sense.
 */
export function advancedSearch<Field extends string>(
  query: URLSearchParams,
  fields: readonly Field[],
): (row: Row<Field>) => boolean {
  const joint = query.get('joint') ?? query.get('jointMode') ?? '';
  if (!['', 'and', 'or'].includes(joint))
    throw refuse(`Search joint mode \`${joint}\` is not valid, expect one of or, and.`);
  const caseSensitive = truthy.test(query.get('isCaseSensitive') ?? '');
  const { modes, values } = read(query);
  const tests = [...values].map(([named, wanted]) => {
    const mode = modes.get(named) ?? modes.get(undefined) ?? 'like';
    assertValues(wanted, mode);
    const searched = searchedFields(named, fields);
    const fits = matcherOf(mode, wanted, caseSensitive);
    return (row: Row<Field>) =>
      searched.some((field) => {
        const text = row[field];
        return typeof text === 'string' && fits(text);
      });
  });
  if (tests.length === 0) return () => true;
  return joint === 'and'
    ? (row) => tests.every((test) => test(row))
    : (row) => tests.some((test) => test(row));
}

function searchedFields<Field extends string>(
  named: string | undefined,
  fields: readonly Field[],
): readonly Field[] {
  if (!named) return fields;
  const found = fields.filter((field) => field === camelCase(named));
  if (found.length > 0) return found;
  const known = fields.map(snakeCase).join(', ');
  throw refuse(`Search field \`${snakeCase(named)}\` is not valid, expect one of ${known}.`);
}
