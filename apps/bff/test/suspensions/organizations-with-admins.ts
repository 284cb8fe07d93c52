import { demo } from '@org-portal/dev-logto';
import type { ManagementApiByHand } from '../harness/management-api.ts';

/** @returns the id of a new account */
export async function newPerson(operator: ManagementApiByHand, name: string): Promise<string> {
  const body = { name, primaryEmail: `${name}@many.example` };
  return (await operator.call<{ id: string }>('POST', '/users', body)).id;
}

/** Brings an account into an organization as an admin. */
export async function makeAdmin(
  operator: ManagementApiByHand,
  organizationId: string,
  id: string,
): Promise<void> {
  const users = `/organizations/${organizationId}/users`;
  await operator.call('POST', users, { userIds: [id] });
  await operator.call('PUT', `${users}/${id}/roles`, { organizationRoleIds: [demo.organizationRoles.admin] });
}

/** @returns the ids of new organizations of which all of these people are admins */
export function newOrganizations(
  operator: ManagementApiByHand,
  prefix: string,
  count: number,
  people: readonly string[],
): Promise<string[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, nth) => {
      const body = { name: `${prefix} ${String(nth).padStart(3, '0')}` };
      const { id } = await operator.call<{ id: string }>('POST', '/organizations', body);
      for (const person of people) await makeAdmin(operator, id, person);
      return id;
    }),
  );
}
