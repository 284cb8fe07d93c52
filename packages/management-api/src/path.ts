/** A path of the Management API, and what it is one of. */
export interface Route {
  path: string;
  /** The path without ids, such as `/api/users/{id}`, for metrics and logs. */
  template: string;
}

/**
 * Builds a path of the Management API; each value becomes exactly one segment.
 * `path\`/api/users/${id}\`` escapes `/`, `?`, `#` and the like. Empty ids and dot segments have no spelling that
 * stays one segment (RFC 3986, 5.2.4), so they throw.
 * @throws RangeError for a value that cannot be a segment
 */
export function path(strings: TemplateStringsArray, ...ids: string[]): Route {
  return { path: String.raw({ raw: strings }, ...ids.map(segment)), template: strings.join('{id}') };
}

function segment(id: string): string {
  if (id === '' || id === '.' || id === '..') throw new RangeError(`not an id: ${JSON.stringify(id)}`);
  return encodeURIComponent(id);
}
