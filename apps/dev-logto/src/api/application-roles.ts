import { z } from 'zod';
import { notFound, RequestError } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { findApplication } from './applications.ts';
import { ids } from './fields.ts';
import { inTenant } from './present.ts';
import { findRole } from './roles.ts';

const body = z.object({ roleIds: ids });

/** An application that may hold roles. */
function findMachine(store: Store, id: string) {
  const row = findApplication(store, id);
  if (row.type !== 'MachineToMachine') throw new RequestError(422, 'application.invalid_type');
  return row;
}

function assertAssignable(store: Store, roleIds: readonly string[]): void {
  if (roleIds.some((id) => store.roles.get(id)?.type === 'User'))
    throw new RequestError(422, 'application.invalid_role_type');
  for (const id of roleIds) findRole(store, id);
}

/** The tenant-wide roles of a machine-to-machine application. */
export const applicationRoles = [
  route({
    method: 'GET',
    path: '/applications/{applicationId}/roles',
    handle({ store, params: { applicationId }, search }) {
      findMachine(store, applicationId);
      const rows = store.applicationRoles.rightOf(applicationId).flatMap((id) => store.roles.get(id) ?? []);
      return list(rows.filter(advancedSearch(search, ['id', 'name', 'description'])), inTenant);
    },
  }),
  route({
    method: 'POST',
    path: '/applications/{applicationId}/roles',
    body,
    handle({ store, params: { applicationId }, body: { roleIds } }) {
      findMachine(store, applicationId);
      assertAssignable(store, roleIds);
      const addedRoleIds = roleIds.filter((id) => store.applicationRoles.add(applicationId, id));
      return created({ roleIds, addedRoleIds });
    },
  }),
  route({
    method: 'PUT',
    path: '/applications/{applicationId}/roles',
    body,
    handle({ store, params: { applicationId }, body: { roleIds } }) {
      findMachine(store, applicationId);
      assertAssignable(store, roleIds);
      store.applicationRoles.replace(applicationId, roleIds);
      return ok({ roleIds });
    },
  }),
  route({
    method: 'DELETE',
    path: '/applications/{applicationId}/roles/{roleId}',
    handle({ store, params: { applicationId, roleId } }) {
      findMachine(store, applicationId);
      if (!store.applicationRoles.delete(applicationId, roleId)) throw notFound();
      return noContent();
    },
  }),
];
