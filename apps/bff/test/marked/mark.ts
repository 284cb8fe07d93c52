import type { SentUpstream } from '../harness/upstream-recorder.ts';
import { fieldsOf, replySchema, variantOf, type FieldSchema } from './logto-fields.ts';

/** In every value that must not come out. */
const SECRET = 'MARKED-SECRET';
/** In every text that a reply may list, with the name of its field. */
const SHOWN = 'SHOWN';
const NUMBER = 7_777_123_456;

/** What the portal needs as it is: it compares, looks up or computes with it. */
const READ = new Set(
  (
    'id organizationId inviterId invitee acceptedUserId status createdAt expiresAt lastSignInAt isSuspended type scopes resourceScopes ' +
    'organizationRoles primaryEmail branding payload uid sessions'
  ).split(' '),
);
/** What a reply of the portal lists of an entity. */
const LISTED = new Set(['name', 'username', 'primaryPhone', 'avatar', 'description', 'logoUrl']);
/** What Logto has or may have one day, and its document does not list. */
const UNLISTED = [
  'passwordDigest',
  'passwordEncrypted',
  'logtoConfig',
  'secret',
  'accessToken',
  'unheardOf',
  '__meta',
];

/** The steps of a path that are no ids. */
const STEPS = new Set(
  'organizations users roles sessions organization-roles organization-scopes organization-invitations message status resources'.split(
    ' ',
  ),
);

/** How many fields were marked. */
export const marked = new Set<string>();

/** @returns the reply of Logto, with a marked secret in every field that the portal has no business with */
export function mark(body: string, { method, url }: SentUpstream): string {
  const path = new URL(url, 'http://logto.invalid').pathname;
  if (!path.startsWith('/api/')) return body;
  const place = path
    .split('/')
    .filter((step) => STEPS.has(step))
    .join('/');
  const reply = parse(body);
  return reply === undefined ? body : JSON.stringify(markAll(reply, replySchema(method, path), place));
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // 204, or the word Created.
    return undefined;
  }
}

function markAll(value: unknown, schema: FieldSchema | undefined, where: string): unknown {
  if (Array.isArray(value)) return value.map((one: unknown) => markAll(one, schema, where));
  if (typeof value !== 'object' || value === null) return value;
  const found = value as Record<string, unknown>;
  const fields = fieldsOf(schema);
  const isRefusal = typeof found['code'] === 'string' && typeof found['message'] === 'string';
  const result: Record<string, unknown> = {};
  for (const name of new Set([...Object.keys(found), ...Object.keys(fields), ...UNLISTED])) {
    const place = `${where}.${name}`;
    if (isRefusal && name === 'code') result[name] = found[name];
    else if (READ.has(name)) {
      if (name in found) result[name] = markAll(found[name], fields[name], place);
    } else if (LISTED.has(name) && !isRefusal)
      result[name] = isKnownByName(where, name) ? found[name] : `${SHOWN} ${place}`;
    else result[name] = secretFor(fields[name], place);
  }
  return result;
}

/** Permissions are known by the names of the scopes, and staff by those of the tenant's roles. */
const isKnownByName = (where: string, name: string) =>
  name === 'name' && (/scopes$/i.test(where) || where === 'users/roles' || where === 'roles');

function secretFor(schema: FieldSchema | undefined, place: string): unknown {
  marked.add(place);
  const { type } = schema ? variantOf(schema) : {};
  if (type === 'boolean') return true;
  if (type === 'number' || type === 'integer') return NUMBER;
  if (type === 'array') return [`${SECRET} ${place}`];
  if (type === 'object') {
    const inner = Object.entries(fieldsOf(schema)).map(([name, one]) => [
      name,
      secretFor(one, `${place}.${name}`),
    ]);
    return { ...Object.fromEntries(inner), deep: { deeper: [`${SECRET} ${place}`] } };
  }
  return `${SECRET} ${place}`;
}

/** @returns the secrets in a text */
export const secretsIn = (text: string): string[] => [
  ...(text.match(/MARKED-SECRET [\w./-]*/g) ?? []),
  ...(text.includes(String(NUMBER)) ? ['a number'] : []),
];

/** @returns the names of the fields that a text shows */
export const shownIn = (text: string): string[] =>
  [...text.matchAll(/SHOWN ([\w/-]+(?:\.\w+)+)/g)].map(([, place = '']) => place);
