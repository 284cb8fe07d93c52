import type { Store } from '../store/store.ts';
import { demo } from './demo.ts';
import { seedProductApis } from './product-apis.ts';

type ScopeName = keyof typeof demo.scopes;
type RoleName = keyof typeof demo.organizationRoles;

const scopes: Record<ScopeName, string> = {
  'read:member': 'See members, roles and invitations',
  'invite:member': 'Invite people, and renew or resend invitations',
  'remove:member': 'Remove members; revoke and delete invitations',
  'update:member:role': 'Change the roles of members',
  'manage:organization': 'Change the settings of the organization and read its activity',
  'manage:billing': 'Change the plan and the payment details',
};

const portal: ScopeName[] = [
  'read:member',
  'invite:member',
  'remove:member',
  'update:member:role',
  'manage:organization',
];

/** Owner and billing hold `manage:billing`, which an admin does not: an admin cannot give either. */
const organizationRoles: Record<RoleName, { description: string; scopes: ScopeName[] }> = {
  owner: { description: 'Everything, the plan and payments included', scopes: [...portal, 'manage:billing'] },
  admin: { description: 'Members, invitations, roles and settings', scopes: portal },
  billing: {
    description: 'Plan and payments; sees who is a member',
    scopes: ['read:member', 'manage:billing'],
  },
  member: { description: 'Works in the product; sees the other members', scopes: ['read:member'] },
  viewer: { description: 'Looks, and changes nothing', scopes: ['read:member'] },
  syncAgent: { description: 'For the directory sync, not for people', scopes: ['read:member'] },
};

/** The organization template (scopes, roles, what they give in the product's APIs), and the tenant-wide roles of staff. */
export function seedTemplate(store: Store): void {
  for (const [name, description] of Object.entries(scopes)) {
    store.organizationScopes.insert({ id: demo.scopes[name as ScopeName], name, description });
  }
  for (const [name, role] of Object.entries(organizationRoles)) {
    const id = demo.organizationRoles[name as RoleName];
    const machine = name === 'syncAgent';
    const shown = machine ? 'sync agent' : name;
    store.organizationRoles.insert({
      id,
      name: shown,
      description: role.description,
      type: machine ? 'MachineToMachine' : 'User',
    });
    for (const scope of role.scopes) store.organizationRoleScopes.add(id, demo.scopes[scope]);
  }
  const staff = { type: 'User', isDefault: false } as const;
  store.roles.insert({ id: demo.roles.support, name: 'support', description: 'Support staff', ...staff });
  store.roles.insert({
    id: demo.roles.suspend,
    name: 'suspend',
    description: 'May suspend people',
    ...staff,
  });
  store.roles.insert({
    id: demo.roles.change,
    name: 'change',
    description: 'May have removed what an access review marked',
    ...staff,
  });
  store.roles.insert({ id: demo.roles.ops, name: 'ops', description: 'Internal operations', ...staff });
  seedProductApis(store);
}
