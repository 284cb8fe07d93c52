import { RequestError } from './errors.ts';

/**
 * Fills a path template: `organizations/{organizationId}/members` with `{ organizationId: 'a/b' }` is
 * `organizations/a%2Fb/members`. Every value stays one segment of the path, whatever it holds.
 * @param params name → string or number; others than those of the template are not looked at
 * @throws RequestError for a value that is missing, empty, or no segment of its own in any URL (see `segment`)
 */
export function expandPath(template: string, params: Readonly<Record<string, unknown>>): string {
  return template.replace(/\{([^{}]*)\}/g, (_, name: string) =>
    segment(Object.hasOwn(params, name) ? params[name] : undefined, `{${name}} of "${template}"`),
  );
}

/** `.` and `..` cannot be escaped: the URL standard reads `%2e%2e` as `..` too. */
function segment(value: unknown, what: string): string {
  if (typeof value !== 'string' && !Number.isFinite(value)) {
    throw new RequestError(`${what} must be a string or a number, not ${describe(value)}.`);
  }
  const id = String(value);
  if (id === '' || id === '.' || id === '..') {
    throw new RequestError(`${what} is "${id}", which would lead to another path.`);
  }
  try {
    return encodeURIComponent(id);
  } catch (cause) {
    throw new RequestError(`${what} holds half a character, which no URL can carry.`, { cause });
  }
}

function describe(value: unknown): string {
  if (value === undefined || value === null) return 'missing';
  return Array.isArray(value) ? 'an array' : `a value of type ${typeof value}`;
}
