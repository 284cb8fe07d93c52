import type { Store } from '../store/store.ts';
import { Chance } from './chance.ts';
import { outboxConnector } from './connector.ts';
import { seedInvitations } from './invitations.ts';
import { seedManyInvitations } from './many-invitations.ts';
import { seedMembers } from './membership.ts';
import { seedOrganizations } from './organizations.ts';
import { People } from './people.ts';
import { seedTemplate } from './template.ts';

interface Sizes {
  readonly members?: number | undefined;
  readonly invitations?: number | undefined;
}

/**
 * A product's tenant. The same ids, names and memberships on every start; times are counted back from
 * `now` (epoch milliseconds), so that what is recent stays recent. `members`: of Halden, if not 2,400. `invitations`: how many
 * more there are, for measuring.
 */
export function seedDemo(store: Store, now: number, { members, invitations = 0 }: Sizes = {}): void {
  const chance = new Chance(20_240_115);
  store.connectors.insert(outboxConnector);
  seedTemplate(store);
  seedOrganizations(store, now);
  const people = new People(store, chance, now);
  people.addDemoAccounts();
  seedMembers(store, people, chance, members);
  seedInvitations(store, chance, now);
  seedManyInvitations(store, now, invitations);
}
