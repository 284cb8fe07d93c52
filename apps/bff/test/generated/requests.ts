import { REASON_HEADER } from '@org-portal/contract';
import fc from 'fast-check';
import { SomeId, kindOf } from './known-ids.ts';
import type { Operation } from './operations.ts';
import { brokenOf, hostileText, mostly, nonsense, valueOf } from './values.ts';

/** A request as it was made up; SomeId stand in it until it is sent. */
export interface Generated {
  operation: Operation;
  method: string;
  /** Who sends it: the nth person. */
  who: number;
  params: Record<string, unknown>;
  /** Names can come twice. */
  query: [string, unknown][];
  body: unknown;
  /** The body as it is sent, instead of `body`. */
  raw: string | undefined;
  headers: Record<string, string>;
}

/** Spellings in an address that no escaping makes. */
export class Unescaped {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const spelling = fc
  .constantFrom(
    '%',
    '%2',
    '%ff',
    '%ED%A0%80',
    '%00',
    '..%2f..',
    '%2e%2e',
    '%252e%252e',
    '..%5c',
    '%c0%af',
    'a;b',
    "a'b",
    '%0d%0aX:y',
  )
  .map((text) => new Unescaped(text));

const hostile = fc.oneof<fc.Arbitrary<unknown>[]>(hostileText, spelling);

const headers = fc.record<Record<string, string>>(
  {
    [REASON_HEADER]: mostly(
      fc.constant('ticket%204711%20by%20phone'),
      fc.constantFrom('', '%', 'short', '%00%00%00%00%00%00%00%00%00%00', 'x'.repeat(600)),
    ),
    'content-type': mostly(
      fc.constant('application/json'),
      fc.constantFrom(
        'text/plain',
        'application/x-www-form-urlencoded',
        'multipart/form-data',
        'application/json;charset=x',
        'x',
      ),
    ),
    accept: fc.constantFrom('text/html', 'application/xml', '*/*', 'x'),
    'x-http-method-override': fc.constantFrom('DELETE', 'PUT'),
    'if-none-match': fc.constant('*'),
    range: fc.constant('bytes=0-1'),
    'accept-encoding': fc.constantFrom('gzip', 'identity;q=0'),
  },
  { requiredKeys: [REASON_HEADER, 'content-type'] },
);

function paramsOf({ path }: Operation): fc.Arbitrary<Record<string, unknown>> {
  const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const usual = (name: string) => {
    const kind = kindOf(name, path) ?? 'entry';
    return fc.nat({ max: 4 }).map((nth) => new SomeId(kind, nth));
  };
  return fc.record(
    Object.fromEntries(names.map((name) => [name, mostly<unknown>(usual(name), hostile, 14)])),
  );
}

const oddField = fc.tuple(
  fc.constantFrom('__proto__', 'constructor', 'q[]', 'page[0]', 'Q', 'sort', 'prototype', 'x'),
  hostileText as fc.Arbitrary<unknown>,
);

/** A few of the fields that there are, now and then a broken one, one twice, or one that is not there. */
function queryOf({ query }: Operation): fc.Arbitrary<[string, unknown][]> {
  if (query.length === 0) return fc.array(oddField, { maxLength: 1 });
  const field = fc.constantFrom(...query).chain(({ name, schema }) => {
    const broken = fc.oneof<fc.Arbitrary<unknown>[]>(brokenOf(schema), brokenOf(schema), hostile);
    return fc.tuple(fc.constant(name), mostly<unknown>(valueOf(schema, name), broken, 5));
  });
  const needed = query
    .filter(({ name }) => name === 'format' || name === 'email')
    .map(({ name, schema }) => fc.tuple(fc.constant(name), valueOf(schema, name)));
  const distinct = fc.uniqueArray(field, { maxLength: 4, selector: ([name]) => name });
  const doubled = fc.array(fc.oneof(field, oddField), { maxLength: 5 });
  return fc
    .tuple(mostly(distinct, doubled, 8), fc.tuple(...needed))
    .map(([given, always]) => [
      ...given,
      ...always.filter(([needed]) => !given.some(([name]) => name === needed)),
    ]);
}

/** A body that fits, or one in which a field does not, or something else altogether. */
function bodyOf({ body }: Operation): fc.Arbitrary<unknown> {
  if (!body) return mostly<unknown>(fc.constant(undefined), nonsense, 20);
  const fits = valueOf(body);
  const names = [...Object.keys(body.properties ?? {}), '__proto__', 'constructor', 'acceptedUserId'];
  const spoilt = fc
    .tuple(fits, fc.constantFrom(...names), nonsense)
    .map(([value, name, wrong]) => Object.fromEntries([...Object.entries(value as object), [name, wrong]]));
  return fc.oneof(
    { weight: 8, arbitrary: fits },
    { weight: 4, arbitrary: spoilt },
    { weight: 1, arbitrary: nonsense },
  );
}

const raw = fc.constantFrom(
  '{',
  '[',
  'null',
  '""',
  '1',
  '{"a":}',
  '[]',
  '\0',
  '\ud800',
  '{"a":1,"a":2}',
  '[[[[[[[[',
  '{"__proto__":{}}',
);

const SELDOM = /sign-out|end-all|webhooks/;

/** @returns requests to every operation, in any order, most of them sensible */
export function requestsTo(operations: Operation[], people: number): fc.Arbitrary<Generated> {
  return fc.oneof(
    ...operations.map((operation) => ({
      weight: SELDOM.test(operation.path)
        ? 1
        : operation.method === 'DELETE' || operation.path.endsWith('/leave')
          ? 6
          : 12,
      arbitrary: fc.record({
        operation: fc.constant(operation),
        method: mostly(
          fc.constant(operation.method),
          fc.constantFrom('GET', 'HEAD', 'OPTIONS', 'POST', 'PUT', 'PATCH', 'DELETE', 'PROPFIND'),
          40,
        ),
        who: fc.nat({ max: people - 1 }),
        params: paramsOf(operation),
        query: queryOf(operation),
        body: bodyOf(operation),
        raw: operation.body
          ? mostly(fc.constant(undefined), raw as fc.Arbitrary<string | undefined>, 25)
          : fc.constant(undefined),
        headers,
      }),
    })),
  );
}
