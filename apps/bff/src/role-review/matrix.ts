import type { RoleMatrix } from '@org-portal/contract';
import type { LogtoApiResource, LogtoOrganizationScope, TemplateRole } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';

type Calls = Portal['api'];

/** Reads which organization role gives what; roles for machines are not among them. */
export async function readMatrix({
  organizationTemplate,
  apiResources,
}: Pick<Calls, 'organizationTemplate' | 'apiResources'>): Promise<RoleMatrix> {
  const [roles, scopes, resources] = await Promise.all([
    organizationTemplate.roles(),
    organizationTemplate.scopes(),
    apiResources.all(),
  ]);
  return toMatrix(
    roles.filter(({ type }) => type === 'User'),
    scopes,
    resources,
  );
}

function toMatrix(
  roles: TemplateRole[],
  scopes: LogtoOrganizationScope[],
  resources: LogtoApiResource[],
): RoleMatrix {
  const givenBy = (isGiven: (role: TemplateRole) => boolean) => roles.filter(isGiven).map(({ id }) => id);
  const own = scopes.map(({ id, name, description }) => ({
    id,
    name,
    description,
    roleIds: givenBy((role) => role.scopes.some((scope) => scope.id === id)),
  }));
  const ofResource = ({ id, name, scopes: all }: LogtoApiResource) => ({
    resource: { id, name },
    permissions: all
      .map((scope) => ({
        id: scope.id,
        name: scope.name,
        description: scope.description,
        roleIds: givenBy((role) => role.resourceScopes.some((given) => given.id === scope.id)),
      }))
      .sort(byName),
  });
  return {
    roles: roles.map(({ id, name, description }) => ({ id, name, description })).sort(byName),
    groups: [
      { resource: null, permissions: own.sort(byName) },
      ...resources
        .map(ofResource)
        .filter(({ permissions }) => permissions.length > 0)
        .sort((a, b) => byName(a.resource, b.resource)),
    ],
  };
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
