/** Placeholders that stand for any value of their kind. */
const kinds: Record<string, (value: unknown) => boolean> = {
  id: (value) => typeof value === 'string' && /^[a-z0-9]{12,21}$/.test(value),
  timestamp: (value) => typeof value === 'number' && Number.isInteger(value) && value > 1_600_000_000_000,
  access_token: (value) => typeof value === 'string' && value.split('.').length === 3,
  secret: (value) => typeof value === 'string' && value.length >= 16,
  etag: (value) => typeof value === 'string' && /^(W\/)?".+"$/.test(value),
  varies: () => true,
};

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const shown = (value: unknown) => (value === undefined ? 'nothing' : JSON.stringify(value));

/** Fills `{{name}}` with known values; what is not known stays. */
export function filled(template: string, known: ReadonlyMap<string, string>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => known.get(name) ?? whole);
}

function sameText(expected: string, actual: unknown, known: ReadonlyMap<string, string>): boolean {
  const whole = /^\{\{(\w+)\}\}$/.exec(expected)?.[1];
  const kind = whole !== undefined && !known.has(whole) ? kinds[whole] : undefined;
  return kind ? kind(actual) : filled(expected, known) === actual;
}

/**
 * How `actual` differs from what was recorded: one line a difference, none when they are alike. Lists of
 * objects compare as sets; everything else in order.
 */
export function differences(
  expected: unknown,
  actual: unknown,
  known: ReadonlyMap<string, string>,
  at = 'body',
): string[] {
  const wrong = [`${at}: expected ${shown(expected)}, got ${shown(actual)}`];
  if (typeof expected === 'string') return sameText(expected, actual, known) ? [] : wrong;
  if (Array.isArray(expected))
    return Array.isArray(actual) ? listDifferences(expected, actual, known, at) : wrong;
  if (!isObject(expected)) return Object.is(expected, actual) ? [] : wrong;
  if (!isObject(actual)) return wrong;
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) => {
    if (!(key in expected)) return [`${at}.${key}: expected nothing, got ${shown(actual[key])}`];
    return differences(expected[key], actual[key], known, `${at}.${key}`);
  });
}

function listDifferences(
  expected: unknown[],
  actual: unknown[],
  known: ReadonlyMap<string, string>,
  at: string,
): string[] {
  const count =
    expected.length === actual.length
      ? []
      : [`${at}: expected ${expected.length} entries, got ${actual.length}`];
  if (!expected.every(isObject)) {
    return [
      ...count,
      ...expected.flatMap((one, place) => differences(one, actual[place], known, `${at}[${place}]`)),
    ];
  }
  const left = [...actual];
  const missing = expected.filter((one) => {
    const found = left.findIndex((candidate) => differences(one, candidate, known).length === 0);
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
  return [...count, ...missing.map((one) => closest(one, left, known, at))];
}

/** Says what is wrong with the entry that comes nearest. */
function closest(
  expected: unknown,
  candidates: readonly unknown[],
  known: ReadonlyMap<string, string>,
  at: string,
): string {
  const [nearest] = candidates
    .map((candidate) => differences(expected, candidate, known, `${at}[]`))
    .sort((a, b) => a.length - b.length);
  return nearest ? nearest.join('; ') : `${at}: no entry like ${shown(expected)}`;
}
