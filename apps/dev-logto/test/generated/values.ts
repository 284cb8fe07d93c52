import fc from 'fast-check';
import { kindOf, SomeId } from './known-ids.ts';
import type { Schema } from './schema.ts';

type Value = fc.Arbitrary<unknown>;

const text = fc.oneof(fc.string({ maxLength: 30 }), fc.string({ unit: 'grapheme', maxLength: 20 }));
const email = fc.tuple(fc.stringMatching(/^[a-z]{1,8}$/), fc.constantFrom('a.example', 'halden.example'));
const anyObject = fc.dictionary(fc.string({ maxLength: 8 }), fc.jsonValue({ maxDepth: 1 }), { maxKeys: 3 });
/** Nobody listens there, so that what is posted to it is refused at once. */
const url = fc.constantFrom('http://127.0.0.1:9/hook', 'https://127.0.0.1:9/logo.png');

const place = fc.oneof(
  { weight: 4, arbitrary: fc.constant(0) },
  { weight: 1, arbitrary: fc.nat({ max: 4 }) },
);
export const someId = (kind: string): Value => place.map((nth) => new SomeId(kind, nth));

function stringOf(schema: Schema, name: string): Value {
  const kind = kindOf(name);
  if (kind) return fc.oneof({ weight: 5, arbitrary: someId(kind) }, { weight: 1, arbitrary: text });
  if (/url$/i.test(name) || /^(logo|avatar|favicon|origin)$/.test(name) || schema.format === 'url')
    return url;
  if (/domain/i.test(name)) return fc.constantFrom('a.example', 'b.example', 'c.example');
  if (schema.format === 'email' || /email/i.test(name)) return email.map((parts) => parts.join('@'));
  if (name === 'connectorId')
    return fc.constantFrom('simple-mail-transfer-protocol', 'mailgun-email', 'http-email', 'x');
  if (name === 'providerName') return fc.constantFrom('OIDC', 'SAML', 'Okta', 'Nobody');
  if (schema.pattern?.includes('@')) return email.map((parts) => parts.join('@'));
  if (schema.pattern) return fc.stringMatching(new RegExp(schema.pattern)).map((one) => one.slice(0, 40));
  const { minLength = 0, maxLength = 60 } = schema;
  return fc.string({ minLength, maxLength: Math.min(maxLength, 60) });
}

function numberOf(name: string): Value {
  if (name === 'expiresAt')
    return fc.integer({ min: 1, max: 9 }).map((days) => Date.now() + days * 86_400_000);
  return fc.oneof(fc.integer({ min: 1, max: 100_000 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
}

function objectOf({ properties, required = [] }: Schema): Value {
  if (!properties) return anyObject;
  const fields = Object.entries(properties).map(([name, one]) => [name, valueOf(one, name)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...required] });
}

/** Values that the schema allows. The name of a field says what its schema does not: an id, an address. */
export function valueOf(schema: Schema, name = ''): Value {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  if (schema.anyOf) return fc.oneof(...schema.anyOf.map((one) => valueOf(one, name)));
  switch (schema.type) {
    case 'string':
      return stringOf(schema, name);
    case 'number':
    case 'integer':
      return numberOf(name);
    case 'boolean':
      return fc.boolean();
    case 'array':
      return fc.array(valueOf(schema.items ?? {}, name), { minLength: schema.minItems ?? 0, maxLength: 3 });
    case 'object':
      return objectOf(schema);
    default:
      return /uris$/i.test(name) ? url : fc.jsonValue({ maxDepth: 1 });
  }
}

/** Anything but what is asked for: other types, text that is far too long, nothing. */
export const nonsense: Value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom('', 'x'.repeat(300), 'x'.repeat(5000), '\u0000', -1, 1e308, null, [], {}, [null], [[]]),
);
