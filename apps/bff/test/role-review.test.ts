import type { PersonPermissions, RoleMatrix } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { ops, support, admin, viewer } = demo.users;
const roles = demo.organizationRoles;
const portal = await startPortal();
const browser = await portal.signIn(ops);

async function read<Answer>(path: string): Promise<Answer> {
  const reply = await browser.get(path);
  expect(reply.status).toBe(200);
  return (await reply.json()) as Answer;
}

const givers = ({ groups }: RoleMatrix, permission: string): string[] =>
  groups.flatMap(({ permissions }) => permissions).find(({ name }) => name === permission)?.roleIds ?? [];

describe('the role matrix', () => {
  it('has the roles for people, and what each gives in organizations and in APIs', async () => {
    const matrix = await read<RoleMatrix>('/api/role-matrix');
    expect(matrix.roles.map(({ id }) => id)).not.toContain(roles.syncAgent);
    expect(new Set(givers(matrix, 'manage:billing'))).toEqual(new Set([roles.owner, roles.billing]));
    expect(new Set(givers(matrix, 'cancel:shipment'))).toEqual(new Set([roles.owner, roles.admin]));
    expect(matrix.groups[0]!.resource).toBeNull();
    expect(matrix.groups.map(({ resource }) => resource?.name)).toContain('Shipments API');
  });

  it('has a permission that no role gives too', async () => {
    await portal.operator.call('POST', '/organization-scopes', { name: 'unused:permission' });
    const { groups } = await read<RoleMatrix>('/api/role-matrix');
    expect(groups[0]!.permissions.find(({ name }) => name === 'unused:permission')?.roleIds).toEqual([]);
  });
});

describe('why somebody can do something', () => {
  it('is told by the roles that give it, for each organization', async () => {
    const { person, organizations } = await read<PersonPermissions>(`/api/people/${admin}/permissions`);
    expect(person).toMatchObject({ id: admin, isSuspended: false });
    const halden = organizations.find(({ organization }) => organization.id === demo.organizations.halden)!;
    const remove = halden.permissions.find(({ name }) => name === 'remove:member');
    expect(remove).toMatchObject({ resource: null, roleIds: [roles.admin] });
    const cancel = halden.permissions.find(({ name }) => name === 'cancel:shipment');
    expect(cancel).toMatchObject({ resource: { name: 'Shipments API' }, roleIds: [roles.admin] });
  });

  it('does not have what they cannot do', async () => {
    const { organizations } = await read<PersonPermissions>(`/api/people/${viewer}/permissions`);
    for (const { permissions } of organizations)
      expect(permissions.map(({ name }) => name)).not.toContain('manage:organization');
  });

  it('is not found for somebody who does not exist', async () => {
    expect((await browser.get('/api/people/nosuchperson/permissions')).status).toBe(404);
  });
});

it('is for ops alone', async () => {
  for (const other of [support, admin]) {
    const theirs = await portal.signIn(other);
    expect((await theirs.get('/api/role-matrix')).status).toBe(404);
    expect((await theirs.get(`/api/people/${viewer}/permissions`)).status).toBe(404);
  }
});
