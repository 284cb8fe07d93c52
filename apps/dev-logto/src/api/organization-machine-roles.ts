import { z } from 'zod';
import { missingForeignKey, notFound, RequestError } from '../http/request-error.ts';
import { createdWithoutBody, list, noContent, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { someIds } from './fields.ts';
import { assertAssignable } from './organization-member-roles.ts';
import { inTenant } from './present.ts';

const body = z.object({ organizationRoleIds: someIds });

function assertMember(store: Store, organizationId: string, applicationId: string): void {
  if (!store.machines.has(organizationId, applicationId))
    throw new RequestError(422, 'organization.require_membership');
}

/** The organization roles of machines; those of people are refused (recording 07). */
export const organizationMachineRoles = [
  route({
    method: 'POST',
    path: '/organizations/{id}/applications/roles',
    body: body.extend({ applicationIds: someIds }),
    handle({ store, params, body: { applicationIds, organizationRoleIds } }) {
      if (!applicationIds.every((one) => store.machines.has(params.id, one))) throw missingForeignKey();
      assertAssignable(store, organizationRoleIds, 'MachineToMachine');
      for (const applicationId of applicationIds) {
        for (const roleId of organizationRoleIds) store.machines.addRole(params.id, applicationId, roleId);
      }
      return createdWithoutBody();
    },
  }),
  route({
    method: 'GET',
    path: '/organizations/{id}/applications/{applicationId}/roles',
    paging: 'asked',
    handle({ store, params }) {
      assertMember(store, params.id, params.applicationId);
      const held = store.machines.rolesOf(params.id, params.applicationId);
      return list(
        held.flatMap((id) => store.organizationRoles.get(id) ?? []),
        inTenant,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/organizations/{id}/applications/{applicationId}/roles',
    body,
    handle({ store, params, body: { organizationRoleIds } }) {
      assertMember(store, params.id, params.applicationId);
      assertAssignable(store, organizationRoleIds, 'MachineToMachine');
      for (const roleId of organizationRoleIds)
        store.machines.addRole(params.id, params.applicationId, roleId);
      return createdWithoutBody();
    },
  }),
  route({
    method: 'PUT',
    path: '/organizations/{id}/applications/{applicationId}/roles',
    body,
    handle({ store, params, body: { organizationRoleIds } }) {
      assertMember(store, params.id, params.applicationId);
      assertAssignable(store, organizationRoleIds, 'MachineToMachine');
      store.machines.replaceRoles(params.id, params.applicationId, organizationRoleIds);
      return noContent();
    },
  }),
  route({
    method: 'DELETE',
    path: '/organizations/{id}/applications/{applicationId}/roles/{organizationRoleId}',
    handle({ store, params }) {
      assertMember(store, params.id, params.applicationId);
      if (!store.machines.removeRole(params.id, params.applicationId, params.organizationRoleId))
        throw notFound();
      return noContent();
    },
  }),
];
