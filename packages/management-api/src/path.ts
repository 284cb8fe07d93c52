/**
 * Builds a path of the Management API; each value becomes exactly one segment.
 * `path\`/api/users/${id}\`` escapes `/`, `?`, `#` and the like. Empty ids and dot segments have no spelling that
 * stays one segment (RFC 3986, 5.2.4), so they throw.
 * @throws RangeError for a value that cannot be a segment
 */
export function path(strings: TemplateStringsArray, ...ids: string[]): string {
  return String.raw({ raw: strings }, ...ids.map(segment));
}

function segment(id: string): string {
  if (id === '' || id === '.' || id === '..') throw new RangeError(`not an id: ${JSON.stringify(id)}`);
  return encodeURIComponent(id);
}
