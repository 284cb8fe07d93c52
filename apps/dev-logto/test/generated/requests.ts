import fc from 'fast-check';
import { kindOfParameter } from './known-ids.ts';
import { operations, type Operation } from './operations.ts';
import { nonsense, someId, valueOf } from './values.ts';

/** A request as it was made up; SomeId stand in it until it is sent. */
export interface Generated {
  readonly operation: Operation;
  readonly method: string;
  readonly params: Readonly<Record<string, unknown>>;
  readonly query: Readonly<Record<string, unknown>>;
  readonly body: unknown;
  /** The body as it is sent, instead of `body`. */
  readonly raw: string | undefined;
  readonly type: string;
}

/** Mostly the first; now and then the other. */
const mostly = <Value>(usual: fc.Arbitrary<Value>, rare: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: rare });

const wildText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom('..', '%00', 'a/b', '#', '%', 'x'.repeat(400), '__proto__', 'constructor'),
);

const rawBody = fc.oneof(
  fc.string({ maxLength: 20 }),
  fc.constantFrom('{', '[', 'null', '""', '1', '{"a":}', '[]', '{"name":"\\ud800"}', '\u0000'),
);

const page = mostly(
  fc.integer({ min: 1, max: 5 }).map(String),
  fc.constantFrom('0', '-1', 'two', '1e999', '101', '', '2.5'),
);

function queryOf({ query }: Operation): fc.Arbitrary<Record<string, unknown>> {
  const fields = query.map(({ name, schema }) => {
    if (name === 'page' || name === 'page_size') return [name, page] as const;
    if (name === 'search_params') return ['search', wildText] as const;
    const usual = /_time$/.test(name) ? fc.nat() : valueOf(schema, name);
    return [name, mostly<unknown>(usual, wildText)] as const;
  });
  return fc.record(Object.fromEntries(fields), { requiredKeys: [] });
}

function paramsOf({ path }: Operation): fc.Arbitrary<Record<string, unknown>> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const usual = (name: string) =>
    name === 'emailDomain' ? valueOf({ type: 'string' }, name) : someId(kindOfParameter(path, name));
  const fields = names.map((name) => [name, mostly<unknown>(usual(name), wildText)] as const);
  return fc.record(Object.fromEntries(fields));
}

/** A body that fits, or one in which a field does not, or something else altogether. Hooks are never enabled. */
function bodyOf({ body, path }: Operation): fc.Arbitrary<unknown> {
  if (!body) return fc.constant(undefined);
  const fits = valueOf(body);
  const names = Object.keys(body.properties ?? { name: 1 });
  const spoilt = fc
    .tuple(fits, fc.constantFrom(...names), nonsense)
    .map(([value, name, wrong]) => ({ ...(value as object), [name]: wrong }));
  const any = fc.oneof(
    { weight: 7, arbitrary: fits },
    { weight: 4, arbitrary: spoilt },
    { weight: 1, arbitrary: nonsense },
  );
  const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
  if (!path.startsWith('/api/hooks')) return any;
  return any.map((value) => (isObject(value) ? { ...(value as object), enabled: false } : value));
}

function requestOf(operation: Operation): fc.Arbitrary<Generated> {
  return fc.record({
    operation: fc.constant(operation),
    method: fc.oneof(
      { weight: 40, arbitrary: fc.constant(operation.method) },
      { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'OPTIONS') },
    ),
    params: paramsOf(operation),
    query: queryOf(operation),
    body: bodyOf(operation),
    raw: operation.body
      ? fc.oneof({ weight: 25, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: rawBody })
      : fc.constant(undefined),
    type: mostly(
      fc.constant('application/json'),
      fc.constantFrom('text/plain', 'application/x-www-form-urlencoded', 'image/png'),
    ),
  });
}

/** Requests to every operation of the document, in any order. */
export const requests: fc.Arbitrary<Generated> = fc.oneof(
  ...operations.map((operation) => ({
    weight: operation.method === 'DELETE' ? 1 : 2,
    arbitrary: requestOf(operation),
  })),
);
