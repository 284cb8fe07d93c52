import fc from 'fast-check';
import { SomeId, kindOf } from './known-ids.ts';
import type { Schema } from './operations.ts';

type Value = fc.Arbitrary<unknown>;

const DAY = 86_400_000;

/** Mostly the first; now and then the other. */
export const mostly = <One>(
  usual: fc.Arbitrary<One>,
  rare: fc.Arbitrary<One>,
  weight = 9,
): fc.Arbitrary<One> => fc.oneof({ weight, arbitrary: usual }, { weight: 1, arbitrary: rare });

/** Text that has broken programs before. */
export const hostileText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom(
    ...[
      '',
      ' ',
      '.',
      '..',
      '../..',
      '/',
      '\\',
      '%',
      '%2e',
      '%00',
      '\0',
      'a\0b',
      '\r\nX: y',
      '\t',
      '#',
      '?a=b',
      '&',
      ';',
    ],
    ...[
      '__proto__',
      'constructor',
      'toString',
      'hasOwnProperty',
      'null',
      'undefined',
      'true',
      '[]',
      '{}',
      '[object Object]',
    ],
    ...['0', '-1', '1.5', '1e3', '0x10', 'NaN', 'Infinity', '9'.repeat(18), '9'.repeat(40)],
    ...[
      "' or 1=1 --",
      '$1',
      '%_%',
      '\\',
      '*',
      '<script>',
      '=1+1',
      '\u202Etxt',
      '\u212A',
      '\uFEFF',
      '\u{1F600}',
    ],
    ...[
      '2016-12-31T23:59:60Z',
      '0000-01-01T00:00:00Z',
      '9999-12-31T23:59:59+23:59',
      '2026-02-30T00:00:00Z',
      '2026-01-01',
    ],
    ...['x'.repeat(65), 'x'.repeat(257), 'x'.repeat(600), 'x'.repeat(10_000)],
  ),
);

/** Anything but what is asked for. */
export const nonsense: Value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  hostileText,
  fc.constantFrom<unknown>(-1, 1e308, null, [], {}, [null], [[]], { length: 1 }, [{}], true),
);

const BROKEN = {
  number: ['0', '-1', '1.5', '1e999', '-1e999', 'NaN', '101', '1000001', '9'.repeat(30), ''],
  time: [
    ...['2016-12-31T23:59:60Z', '2026-01-01t00:00:00z', '2026-01-01 00:00:00Z', '2026-02-30T00:00:00Z'],
    ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59-23:59', '2026-01-01T24:00:00Z', '2026-01-01', '1'],
  ],
  text: ['\0', 'a\0', '%\0%', 'x'.repeat(257), 'x'.repeat(65), '', '..', '__proto__', '\uFFFF'],
};

/** Values that are just beyond what the schema allows, or that it may forget. */
export function brokenOf({ type, format }: Schema): fc.Arbitrary<string> {
  if (type === 'integer') return fc.constantFrom(...BROKEN.number);
  return fc.constantFrom(...(format === 'date-time' ? BROKEN.time : BROKEN.text));
}

const email = fc.oneof(
  fc
    .tuple(fc.stringMatching(/^[a-zA-Z]{1,8}$/), fc.constantFrom('a.example', 'halden.example'))
    .map((parts) => parts.join('@')),
  fc.constantFrom('lin.xiaoyu@example.com', 'Amara.Okafor@halden.example', 'no address'),
);

function stringOf({ pattern, maxLength = 40, minLength = 0, format }: Schema, name: string): Value {
  const kind = kindOf(name);
  if (kind) return fc.nat({ max: 4 }).map((nth) => new SomeId(kind, nth));
  if (format === 'date-time')
    return fc.integer({ min: -400, max: 400 }).map((days) => new Date(Date.now() + days * DAY).toISOString());
  // Who has an account, and who was only invited.
  if (name === 'email')
    return fc.oneof(fc.constantFrom('lin.xiaoyu@example.com', 'amara.okafor@halden.example'), email);
  if (name === 'invitees' || name === 'invitee') return email;
  if (pattern?.startsWith('^[A-Za-z'))
    return fc.stringMatching(new RegExp(pattern)).map((text) => text.slice(0, maxLength));
  return fc.oneof(
    fc.constantFrom('a', 'halden', 'member'),
    fc.string({ minLength, maxLength: Math.min(maxLength, 40) }),
  );
}

/** Values that the schema allows, its limits among them. The name says of what an id is. */
export function valueOf(schema: Schema, name = ''): Value {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'string':
      return stringOf(schema, name);
    case 'integer': {
      const { minimum = 0, maximum = 100 } = schema;
      return fc.oneof(
        fc.integer({ min: minimum, max: Math.min(maximum, 5) }),
        fc.constantFrom(minimum, maximum),
      );
    }
    case 'array':
      return fc.uniqueArray(valueOf(schema.items ?? {}, name), {
        minLength: schema.minItems ?? 0,
        maxLength: 3,
      });
    case 'object':
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties ?? {}).map(([key, one]) => [key, valueOf(one, key)]),
        ),
        { requiredKeys: schema.required ?? [] },
      );
    default:
      return fc.jsonValue({ maxDepth: 1 });
  }
}
