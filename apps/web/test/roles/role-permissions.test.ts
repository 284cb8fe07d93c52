import { expect, it } from 'vitest';
import { groupScopes } from '../../src/features/roles/role-permissions.ts';

const scope = (name: string) => ({ id: name, name, description: null });
const names = (scopes: { name: string }[]) => scopes.map(({ name }) => name);

it('tells what a role allows in the portal, in the order of the portal, from what it allows in the product', () => {
  const scopes = ['write:report', 'manage:organization', 'a:b', 'read:member'].map(scope);
  const { portal, product } = groupScopes({ scopes });
  expect(names(portal)).toEqual(['read:member', 'manage:organization']);
  expect(names(product)).toEqual(['a:b', 'write:report']);
});

it('loses no permission', () => {
  expect(groupScopes({ scopes: [] })).toEqual({ portal: [], product: [] });
});
