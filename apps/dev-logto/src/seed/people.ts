import type { User } from '../store/entities.ts';
import { digestOf } from '../store/password.ts';
import type { Store } from '../store/store.ts';
import { fixedId, type Chance } from './chance.ts';
import { demo, demoAccounts, demoPassword } from './demo.ts';
import { personName } from './names.ts';

const minute = 60_000;
const day = 24 * 60 * minute;

/** A small picture of its own, in the page itself: nothing is fetched from anywhere. */
function avatar(chance: Chance): string {
  const hue = chance.between(0, 359);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 55% 72%)"/><circle cx="20" cy="16" r="7" fill="hsl(${hue} 45% 32%)"/><path d="M6 40a14 14 0 0 1 28 0" fill="hsl(${hue} 45% 32%)"/></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** Minutes ago for some, years for others, never for a few. */
function lastSignIn(chance: Chance, now: number, createdAt: number): number | null {
  if (chance.happens(0.07)) return null;
  const ago = minute * 10 ** (chance.next() * 6.2);
  return Math.max(createdAt, Math.round(now - ago));
}

/** Makes people: the demo accounts first, then as many others as are asked for, no two with one address. */
export class People {
  readonly #store: Store;
  readonly #chance: Chance;
  readonly #now: number;
  readonly #passwordDigest = digestOf(demoPassword);
  /** How many were given this address before, with a number. */
  readonly #namesakes = new Map<string, number>();
  #made = 0;

  constructor(store: Store, chance: Chance, now: number) {
    this.#store = store;
    this.#chance = chance;
    this.#now = now;
  }

  addDemoAccounts(): void {
    for (const [place, { id, name, email }] of demoAccounts.entries()) {
      this.#namesakes.set(email, 1);
      this.#insert({
        id,
        name,
        primaryEmail: email,
        username: email.split('@')[0]?.replace(/\W/g, '_') ?? null,
        createdAt: this.#now - (420 - place * 31) * day,
        lastSignInAt: id === demo.users.nobody ? null : this.#now - (place * place + 1) * 47 * minute,
        isSuspended: id === demo.users.suspended,
      });
    }
    this.#store.userRoles.add(demo.users.support, demo.roles.support);
    this.#store.userRoles.add(demo.users.supportLead, demo.roles.support);
    this.#store.userRoles.add(demo.users.supportLead, demo.roles.suspend);
    this.#store.userRoles.add(demo.users.ops, demo.roles.ops);
    this.#store.userRoles.add(demo.users.opsLead, demo.roles.ops);
    this.#store.userRoles.add(demo.users.opsLead, demo.roles.change);
  }

  /** One more person with an address at `domain`; answers the id. */
  add(domain: string): string {
    const chance = this.#chance;
    const { shown, given, family } = personName(chance);
    const id = fixedId(`user ${(this.#made += 1)}`, 12);
    const createdAt = this.#now - chance.between(3, 1500) * day - chance.between(0, 1439) * minute;
    return this.#insert({
      id,
      name: chance.happens(0.02) ? null : shown,
      primaryEmail: this.#freeAddress(`${given}.${family}`, domain),
      primaryPhone: chance.happens(0.15) ? `4477009${String(this.#made).padStart(5, '0')}` : null,
      avatar: chance.happens(0.12) ? avatar(chance) : null,
      createdAt,
      lastSignInAt: lastSignIn(chance, this.#now, createdAt),
      isSuspended: chance.happens(0.015),
    });
  }

  #freeAddress(local: string, domain: string): string {
    const plain = `${local}@${domain}`;
    const number = (this.#namesakes.get(plain) ?? 0) + 1;
    this.#namesakes.set(plain, number);
    return number === 1 ? plain : `${local}${number}@${domain}`;
  }

  #insert(known: Pick<User, 'id' | 'createdAt'> & Partial<User>): string {
    this.#store.users.insert({
      username: null,
      primaryEmail: null,
      primaryPhone: null,
      name: null,
      avatar: null,
      customData: {},
      identities: {},
      lastSignInAt: null,
      updatedAt: known.createdAt,
      profile: {},
      applicationId: null,
      isSuspended: false,
      passwordDigest: this.#passwordDigest,
      ...known,
    });
    return known.id;
  }
}
