import { z } from 'zod';
import { ok, route } from '../http/route.ts';
import { organizationOf, userProfile } from './present.ts';
import { customData, profile } from './user-fields.ts';
import { findUser } from './users.ts';

/** Parts of a user that have a path of their own. What is given is merged into what is there. */
export const userData = [
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
    path: '/users/{userId}/custom-data',
    handle: ({ store, params }) => ok(findUser(store, params.userId).customData),
  }),
  route({
    method: 'PATCH',
    path: '/users/{userId}/custom-data',
    body: z.object({ customData }),
    handle({ store, params, body }) {
      const user = findUser(store, params.userId);
      const merged = { ...user.customData, ...body.customData };
      return ok(store.users.update(user, { customData: merged, updatedAt: Date.now() }).customData);
    },
  }),
  route({
    method: 'PATCH',
    path: '/users/{userId}/profile',
    body: z.object({ profile }),
    handle({ store, params, body }) {
      const user = findUser(store, params.userId);
      const merged = { ...user.profile, ...body.profile };
      return ok(store.users.update(user, { profile: merged, updatedAt: Date.now() }).profile);
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
];
