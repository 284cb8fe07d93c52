import { z } from 'zod';
import { notFound, RequestError } from '../http/request-error.ts';
import { list, noContent, ok, route } from '../http/route.ts';
import { newId } from '../store/new-id.ts';
import { digestOf } from '../store/password.ts';
import type { Store } from '../store/store.ts';
import { anyObject, defined } from './fields.ts';
import { organizationOf, userProfile } from './present.ts';
import { userSearch } from './user-search.ts';

const details = z.object({
  username: z
    .string()
    .regex(/^[A-Z_a-z]\w*$/)
    .nullish(),
  primaryEmail: z
    .string()
    .regex(/^\S+@\S+\.\S+$/)
    .nullish(),
  primaryPhone: z.string().regex(/^\d+$/).nullish(),
  name: z.string().max(128).nullish(),
  avatar: z.string().url().or(z.literal('')).nullish(),
  customData: anyObject.optional(),
  profile: anyObject.optional(),
});

export function findUser(store: Store, id: string) {
  const user = store.users.get(id);
  if (!user) throw notFound();
  return user;
}

/** E-mail (in any case), username and phone belong to one user each. */
function assertFree(store: Store, given: z.output<typeof details>, self?: string): void {
  const { primaryEmail, username, primaryPhone } = given;
  const taken = (found: { id: string } | undefined) => found !== undefined && found.id !== self;
  if (username && taken(store.users.byUsername(username)))
    throw new RequestError(422, 'user.username_already_in_use');
  if (primaryEmail && taken(store.users.byEmail(primaryEmail)))
    throw new RequestError(422, 'user.email_already_in_use');
  if (primaryPhone && taken(store.users.byPhone(primaryPhone)))
    throw new RequestError(422, 'user.phone_already_in_use');
}

export const users = [
  route({
    method: 'POST',
    path: '/users',
    body: details.extend({ password: z.string().min(1).optional() }),
    handle({ store, body: { password, ...given } }) {
      assertFree(store, given);
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
        passwordDigest: password === undefined ? null : digestOf(password),
      });
      return ok(userProfile(user));
    },
  }),
  route({
    method: 'GET',
    path: '/users',
    handle: ({ store, search }) => list(store.users.newestFirst(userSearch(search)), userProfile),
  }),
  route({
    method: 'GET',
    path: '/users/{userId}',
    handle: ({ store, params }) => ok(userProfile(findUser(store, params.userId))),
  }),
  route({
    method: 'PATCH',
    path: '/users/{userId}',
    body: details,
    handle({ store, params, body }) {
      const user = findUser(store, params.userId);
      assertFree(store, body, user.id);
      return ok(userProfile(store.users.update(user, { ...defined(body), updatedAt: Date.now() })));
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
  route({
    method: 'PATCH',
    path: '/users/{userId}/is-suspended',
    body: z.object({ isSuspended: z.boolean() }),
    handle({ store, signIns, params, body: { isSuspended } }) {
      const user = findUser(store, params.userId);
      if (isSuspended) signIns.revoke(user.id);
      return ok(userProfile(store.users.update(user, { isSuspended, updatedAt: Date.now() })));
    },
  }),
  route({
    method: 'GET',
    path: '/users/{userId}/organizations',
    handle({ store, params: { userId } }) {
      const rows = store.members.organizationsOf(userId).flatMap((id) => store.organizations.get(id) ?? []);
      return ok(rows.map(organizationOf(store, userId)));
    },
  }),
  route({
    method: 'GET',
    path: '/users/{userId}/sessions',
    handle({ store, signIns, params }) {
      return ok({ sessions: signIns.sessionsOf(findUser(store, params.userId).id) });
    },
  }),
];
