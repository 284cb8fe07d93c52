import type { KnownIds } from './known-ids.ts';

type Create = (path: string, body: unknown) => Promise<{ readonly id: string }>;

/**
 * Makes an organization with a person and a machine in it, roles for one of the two, and what roles are made of:
 * made-up requests alone would seldom meet a member that holds a role. `turn` keeps names apart.
 */
export async function settle(create: Create, known: KnownIds, turn: number): Promise<void> {
  const name = `world ${turn}`;
  const type = turn % 2 ? 'User' : 'MachineToMachine';
  const make = async (path: string, body: unknown) => {
    const row = await create(path, body);
    known.learn(path, row);
    return row.id;
  };
  const organization = await make('/api/organizations', { name });
  const user = await make('/api/users', { name });
  const application = await make('/api/applications', { name, type: 'MachineToMachine' });
  const organizationRole = await make('/api/organization-roles', { name, type });
  const organizationScope = await make('/api/organization-scopes', { name });
  const role = await make('/api/roles', { name, description: name, type });
  const resource = await make('/api/resources', { name, indicator: `https://world.example/${turn}` });
  const scope = await make(`/api/resources/${resource}/scopes`, { name: `scope-${turn}` });
  await make('/api/sso-connectors', { providerName: 'OIDC', connectorName: name });

  const members = { userIds: [user], applicationIds: [application] };
  const organizationRoleIds = [organizationRole];
  for (const holders of ['users', 'applications']) {
    await create(`/api/organizations/${organization}/${holders}`, members);
    await create(`/api/organizations/${organization}/${holders}/roles`, { ...members, organizationRoleIds });
    await create(`/api/roles/${role}/${holders}`, members);
  }
  await create(`/api/roles/${role}/scopes`, { scopeIds: [scope] });
  await create(`/api/organization-roles/${organizationRole}/resource-scopes`, { scopeIds: [scope] });
  await create(`/api/organization-roles/${organizationRole}/scopes`, {
    organizationScopeIds: [organizationScope],
  });
  await create(`/api/organizations/${organization}/jit/roles`, { organizationRoleIds });
}
