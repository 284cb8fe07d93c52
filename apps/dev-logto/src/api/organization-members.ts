import { z } from 'zod';
import { missingForeignKey, notFound } from '../http/request-error.ts';
import { created, list, noContent, route, type Reply } from '../http/route.ts';
import { matchingText } from '../store/find-users.ts';
import { searchedMembers } from '../store/searched-members.ts';
import type { Store } from '../store/store.ts';
import { id, ids, search, someIds } from './fields.ts';
import { memberOf } from './present.ts';

function assertExist(store: Store, organizationId: string, userIds: readonly string[]): void {
  if (userIds.length > 0 && !store.organizations.has(organizationId)) throw missingForeignKey();
  if (!userIds.every((userId) => store.users.has(userId))) throw missingForeignKey();
}

/** Nothing is looked up but the page itself where nothing filters: 100,000 members cost what 20 do. */
function membersOf(store: Store, organizationId: string, q?: string, roleId?: string): Reply {
  const members = store.members.members(organizationId);
  const user = (userId: string) => store.users.get(userId) ?? [];
  const show = memberOf(store, organizationId);
  if (!q && !roleId) {
    const slice = (start: number, end: number) => members.slice(start, end).flatMap(user).map(show);
    return { list: { total: members.length, slice } };
  }
  const fits = matchingText(q);
  const holds = (id: string) => !roleId || store.members.hasRole(organizationId, id, roleId);
  const found = searchedMembers(store.users, members).filter(
    ({ user: { id: userId }, text }) => fits(text) && holds(userId),
  );
  return list(found, ({ user: member }) => show(member));
}

export const organizationMembers = [
  route({
    method: 'GET',
    path: '/organizations/{id}/users',
    query: search.extend({ organizationRoleId: id.optional() }),
    handle: ({ store, params, query }) => membersOf(store, params.id, query.q, query.organizationRoleId),
  }),
  route({
    method: 'POST',
    path: '/organizations/{id}/users',
    body: z.object({ userIds: someIds }),
    handle({ store, params, body: { userIds } }) {
      assertExist(store, params.id, userIds);
      for (const userId of userIds) store.members.add(params.id, userId);
      return created({ userIds });
    },
  }),
  route({
    method: 'PUT',
    path: '/organizations/{id}/users',
    body: z.object({ userIds: ids }),
    handle({ store, params, body: { userIds } }) {
      assertExist(store, params.id, userIds);
      store.members.replace(params.id, userIds);
      return noContent();
    },
  }),
  route({
    method: 'DELETE',
    path: '/organizations/{id}/users/{userId}',
    handle({ store, params }) {
      if (!store.members.remove(params.id, params.userId)) throw notFound();
      return noContent();
    },
  }),
];
