import { z } from 'zod';
import { constraintViolated, notFound, RequestError } from '../http/request-error.ts';
import { createdWithoutBody, list, noContent, route } from '../http/route.ts';
import { searchedFields } from '../store/find-users.ts';
import { advancedSearch } from './advanced-search.ts';
import { findApplication } from './applications.ts';
import { someIds } from './fields.ts';
import { inTenant, userProfile } from './present.ts';
import { findRole } from './roles.ts';
import { findUser } from './users.ts';

/** Who holds a tenant-wide role: people, or machines. */
export const roleHolders = [
  route({
    method: 'GET',
    path: '/roles/{id}/users',
    handle({ store, params, search }) {
      findRole(store, params.id);
      const rows = store.userRoles.leftOf(params.id).flatMap((id) => store.users.get(id) ?? []);
      return list(rows.filter(advancedSearch(search, searchedFields)), userProfile);
    },
  }),
  route({
    method: 'POST',
    path: '/roles/{id}/users',
    body: z.object({ userIds: someIds }),
    handle({ store, params: { id }, body: { userIds } }) {
      const { type } = findRole(store, id);
      const holder = userIds.find((userId) => store.userRoles.has(userId, id));
      if (holder !== undefined) throw new RequestError(422, 'role.user_exists', { userId: holder });
      for (const userId of userIds) findUser(store, userId);
      if (type !== 'User') throw constraintViolated();
      for (const userId of userIds) store.userRoles.add(userId, id);
      return createdWithoutBody();
    },
  }),
  route({
    method: 'DELETE',
    path: '/roles/{id}/users/{userId}',
    handle({ store, params }) {
      if (!store.userRoles.delete(params.userId, params.id)) throw notFound();
      return noContent();
    },
  }),
  route({
    method: 'GET',
    path: '/roles/{id}/applications',
    handle({ store, params, search }) {
      findRole(store, params.id);
      const rows = store.applicationRoles.leftOf(params.id).flatMap((id) => store.applications.get(id) ?? []);
      return list(rows.filter(advancedSearch(search, ['id', 'name', 'description'])), inTenant);
    },
  }),
  route({
    method: 'POST',
    path: '/roles/{id}/applications',
    body: z.object({ applicationIds: someIds }),
    handle({ store, params: { id }, body: { applicationIds } }) {
      const { type } = findRole(store, id);
      const holder = applicationIds.find((applicationId) => store.applicationRoles.has(applicationId, id));
      if (holder !== undefined)
        throw new RequestError(422, 'role.application_exists', { applicationId: holder });
      for (const applicationId of applicationIds) findApplication(store, applicationId);
      if (type !== 'MachineToMachine') throw constraintViolated();
      for (const applicationId of applicationIds) store.applicationRoles.add(applicationId, id);
      return createdWithoutBody();
    },
  }),
  route({
    method: 'DELETE',
    path: '/roles/{id}/applications/{applicationId}',
    handle({ store, params }) {
      if (!store.applicationRoles.delete(params.applicationId, params.id)) throw notFound();
      return noContent();
    },
  }),
];
