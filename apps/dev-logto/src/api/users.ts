import { z } from 'zod';
import { nothingToChange, notFound, RequestError } from '../http/request-error.ts';
import { list, noContent, ok, route } from '../http/route.ts';
import { searchedFields } from '../store/find-users.ts';
import { giveDefaultRoles } from '../store/just-in-time.ts';
import { newId } from '../store/new-id.ts';
import { digestOf } from '../store/password.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { defined } from './fields.ts';
import { userProfile } from './present.ts';
import { assertStorable, avatar, customData, email, phone, profile, username } from './user-fields.ts';

const passwordAlgorithms = ['Argon2i', 'Argon2id', 'Argon2d', 'SHA1', 'SHA256', 'MD5', 'Bcrypt', 'Legacy'];
const orEmpty = (schema: z.ZodString) => schema.or(z.literal('')).nullish();
/** An identifier that was emptied is none. */
const orNone = (value: string | null | undefined) => (value === '' ? null : value);

export function findUser(store: Store, id: string) {
  const user = store.users.get(id);
  if (!user) throw notFound();
  return user;
}

export const users = [
  route({
    method: 'POST',
    path: '/users',
    body: z
      .object({
        username,
        primaryEmail: email,
        primaryPhone: phone,
        name: z.string(),
        avatar: avatar.nullable(),
        customData,
        profile,
        password: z.string().min(1),
        passwordDigest: z.string().max(256),
        passwordAlgorithm: z.enum(passwordAlgorithms as [string, ...string[]]),
      })
      .partial(),
    handle({ store, body: { password, passwordDigest, passwordAlgorithm, ...given } }) {
      if (password && passwordDigest) throw new RequestError(400, 'user.password_and_digest');
      if (passwordDigest && !passwordAlgorithm)
        throw new RequestError(400, 'user.password_algorithm_required');
      assertStorable(store, given);
      const now = Date.now();
      const user = store.users.insert({
        id: newId(12),
        username: given.username ?? null,
        primaryEmail: given.primaryEmail ?? null,
        primaryPhone: given.primaryPhone ?? null,
        name: given.name ?? null,
        avatar: given.avatar ?? null,
        customData: given.customData ?? {},
        identities: {},
        lastSignInAt: null,
        createdAt: now,
        updatedAt: now,
        profile: given.profile ?? {},
        applicationId: null,
        isSuspended: false,
        passwordDigest: password === undefined ? passwordDigest || null : digestOf(password),
      });
      giveDefaultRoles(store, user.id);
      return ok(userProfile(user));
    },
  }),
  route({
    method: 'GET',
    path: '/users',
    handle({ store, search }) {
      const fits = advancedSearch(search, searchedFields);
      const withoutRole = search.get('excludeRoleId') ?? '';
      const outside = search.get('excludeOrganizationId') ?? '';
      const rows = store.users.newestFirst(
        (user) =>
          fits(user) && !store.userRoles.has(user.id, withoutRole) && !store.members.has(outside, user.id),
      );
      return list(rows, userProfile);
    },
  }),
  route({
    method: 'GET',
    path: '/users/{userId}',
    query: z.object({
      includeSsoIdentities: z.string().optional(),
      includePasswordHash: z.string().optional(),
    }),
    handle({ store, params, query: { includeSsoIdentities } }) {
      const withIdentities = /^(1|true|y|yes)$/i.test(includeSsoIdentities ?? '');
      const user = userProfile(findUser(store, params.userId));
      return ok(withIdentities ? { ...user, ssoIdentities: [] } : user);
    },
  }),
  route({
    method: 'PATCH',
    path: '/users/{userId}',
    body: z
      .object({
        username: orEmpty(username),
        primaryEmail: orEmpty(email),
        primaryPhone: orEmpty(phone),
        name: z.string().nullable(),
        avatar: avatar.nullable(),
        customData,
        profile,
      })
      .partial(),
    handle({ store, params, body }) {
      const user = findUser(store, params.userId);
      assertStorable(store, body, user.id);
      const { username: name, primaryEmail, primaryPhone } = body;
      const identifiers = {
        username: orNone(name),
        primaryEmail: orNone(primaryEmail),
        primaryPhone: orNone(primaryPhone),
      };
      const changes = defined({ ...body, ...identifiers });
      if (Object.keys(changes).length === 0) throw nothingToChange();
      return ok(userProfile(store.users.update(user, { ...changes, updatedAt: Date.now() })));
    },
  }),
  route({
    method: 'DELETE',
    path: '/users/{userId}',
    handle({ store, signIns, params }) {
      findUser(store, params.userId);
      signIns.revoke(params.userId);
      store.deleteUser(params.userId);
      return noContent();
    },
  }),
];
