import { demo } from '@org-portal/dev-logto';
import type { Chance } from '../harness/chance.ts';
import type { ManagementApiByHand } from '../harness/management-api.ts';
import { shown, type State } from './state.ts';

const { halden } = demo.organizations;
const { member, viewer } = demo.organizationRoles;
const PASSWORD = 'Correct-Horse-9';

export interface Account {
  id: string;
  email: string;
  password: string;
}

/** Whom and what changes are made on: each is taken once, so that whatever Logto shows of it is of one change. */
export class Stock {
  readonly #operator: ManagementApiByHand;
  readonly #before: State;
  readonly #members: string[];
  readonly #chance: Chance;
  #count = 0;

  /** @param before as the organization is without any change through the portal; what is made here is added to it */
  constructor(operator: ManagementApiByHand, before: State, chance: Chance) {
    const people: string[] = Object.values(demo.users);
    this.#operator = operator;
    this.#before = before;
    this.#members = [...before.members.keys()].filter((id) => !people.includes(id));
    this.#chance = chance;
  }

  /** A member who has not been taken yet. */
  member(): { id: string; roleIds: string[] } {
    const [id] = this.#members.splice(this.#chance.below(this.#members.length), 1);
    if (id === undefined) throw new Error('The organization has run out of members');
    return { id, roleIds: this.#before.members.get(id)?.split(' ').filter(Boolean) ?? [] };
  }

  /** An address that nobody has. */
  address(): string {
    this.#count += 1;
    return `p${this.#chance.seed}-${this.#count}@example.com`;
  }

  /** The id of a pending invitation, made in Logto itself and e-mailed to nobody. */
  async invitation(invitee = this.address()): Promise<string> {
    const { id } = await this.#operator.call<{ id: string }>('POST', '/organization-invitations', {
      organizationId: halden,
      inviterId: demo.users.owner,
      invitee,
      expiresAt: Date.now() + 7 * 86_400_000,
      organizationRoleIds: [member],
      messagePayload: false,
    });
    this.#before.invitations.set(id, shown('Pending', invitee));
    return id;
  }

  /** Somebody who can sign in, and is a member or not. */
  async account(isMember: boolean): Promise<Account> {
    const email = this.address();
    const { id } = await this.#operator.call<{ id: string }>('POST', '/users', {
      primaryEmail: email,
      username: `u${email.replace(/\W/g, '').slice(0, 60)}`,
      password: PASSWORD,
    });
    if (isMember) {
      await this.#operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
      const organizationRoleIds = [viewer];
      await this.#operator.call('PUT', `/organizations/${halden}/users/${id}/roles`, { organizationRoleIds });
      this.#before.members.set(id, viewer);
    }
    return { id, email, password: PASSWORD };
  }
}
