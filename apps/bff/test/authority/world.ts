import { setImmediate } from 'node:timers/promises';
import { demo } from '@org-portal/dev-logto';
import { vi } from 'vitest';
import { joinLink } from '../../src/invitations/link.ts';
import { Browser } from '../harness/browser.ts';
import { secrets, type RunningPortal } from '../harness/portal.ts';
import { standings, type Actor, type Place, type RoleName, type Standing } from './actors.ts';

/** The organization of each place, and one to which people are invited. */
export const places = { own: demo.organizations.halden, foreign: demo.organizations.atlas };
const elsewhere = demo.organizations.pine;
/** Its one row fails each time, as it ends in the past. */
export const importOfNobody = {
  language: 'en',
  by: 'mail',
  rows: [
    {
      invitee: 'somebody@example.com',
      roleIds: [demo.organizationRoles.member],
      expiresAt: new Date(Date.now() - 86_400_000).toISOString(),
    },
  ],
};
const PASSWORD = 'Correct-Horse-9';

interface Person {
  id: string;
  email: string;
}

/** What is needed for a test may have to wait for what another one is about to Logto. */
const untilWell = <Made>(make: () => Promise<Made>): Promise<Made> =>
  vi.waitFor(make, { timeout: 60_000, interval: 100 });

let made = 0;

/** The people of the matrix with their sessions, and what they are sent at. Made by hand in Logto itself. */
export class World {
  readonly #portal: RunningPortal;
  readonly #people = new Map<Actor, Promise<Person>>();
  readonly #cookies = new Map<Actor, Promise<string>>();
  readonly #entries = new Map<Place, Promise<string>>();
  readonly #imports = new Map<Place, Promise<string>>();
  #snapshot: Promise<string> | undefined;
  #review: Promise<string> | undefined;
  #closed: Promise<string> | undefined;

  constructor(portal: RunningPortal) {
    this.#portal = portal;
  }

  /** @returns the cookies of somebody who is signed in; a suspended person was suspended after that */
  async cookie(actor: Actor): Promise<string> {
    if (actor === 'anonymous') return '';
    const cookie = this.#cookies.get(actor) ?? untilWell(() => this.#signIn(actor));
    this.#cookies.set(actor, cookie);
    return cookie;
  }

  /** Makes somebody sign in again before the next call. */
  signOut(actor: Actor): void {
    this.#cookies.delete(actor);
  }

  person(actor: Actor): Promise<Person> {
    const person = this.#people.get(actor) ?? this.#newActor(actor);
    this.#people.set(actor, person);
    return person;
  }

  /** @returns the id of somebody new in the organization */
  async member(place: Place, role: RoleName): Promise<string> {
    const { id } = await this.#newPerson({});
    await this.#join(id, places[place], role);
    return id;
  }

  /** @returns the id of a pending invitation to somebody else */
  invitation(place: Place): Promise<string> {
    return this.#invite(places[place], `somebody.${(made += 1)}@example.com`);
  }

  async invitationTo(actor: Actor): Promise<string> {
    const { email } = actor === 'anonymous' ? { email: 'stranger@example.com' } : await this.person(actor);
    return this.#invite(elsewhere, email);
  }

  /** @returns the token of the link by which somebody who has no account is invited */
  async joinToken(
    status: 'pending' | 'expired',
    invitee = `link.${(made += 1)}@example.com`,
  ): Promise<string> {
    const expiresAt = Date.now() + (status === 'pending' ? 86_400_000 : 50);
    const body = { organizationId: elsewhere, invitee, expiresAt };
    await this.#portal.operator.call('POST', '/organization-invitations', body);
    while (status === 'expired' && Date.now() <= expiresAt) await setImmediate();
    const sessionSecrets = [secrets.SESSION_SECRET] as const;
    const portal = { portalUrl: new URL(this.#portal.origin), sessionSecrets };
    const link = joinLink(portal, { ...body, via: 'mail' });
    return new URL(link).hash.slice(1);
  }

  /** @returns the id of an entry in the record of the organization: a refusal */
  entry(place: Place): Promise<string> {
    const entry = this.#entries.get(place) ?? untilWell(() => this.#refuse(place));
    this.#entries.set(place, entry);
    return entry;
  }

  /** @returns the id of an import of which nothing is left to do */
  endedImport(place: Place): Promise<string> {
    const ended = this.#imports.get(place) ?? untilWell(() => this.#end(place));
    this.#imports.set(place, ended);
    return ended;
  }

  /** @returns the id of a new import whose row has failed */
  async failedImport(place: Place): Promise<string> {
    // An organization has room for so many open imports only.
    return untilWell(async () => {
      const reply = await this.#call(place, 'POST', '/imports', importOfNobody);
      const { id } = (await reply.json()) as { id?: string };
      if (id === undefined) throw new Error(`no import: ${reply.status}`);
      return id;
    });
  }

  /** @returns the id of a snapshot that was finished */
  snapshot(): Promise<string> {
    this.#snapshot ??= untilWell(() => this.#take());
    return this.#snapshot;
  }

  /** @returns the id of a review that all of ops review, and that is open */
  review(which: 'any' | 'a new one' | 'one to remove from'): Promise<string> {
    if (which === 'a new one') return untilWell(() => this.#begin());
    if (which === 'one to remove from') {
      this.#closed ??= untilWell(() => this.#closedReview());
      return this.#closed;
    }
    this.#review ??= untilWell(() => this.#begin());
    return this.#review;
  }

  /** @returns what begins a review of an organization without members */
  async reviewOfNothing(): Promise<object> {
    const all = ['ops', 'ops who suspends', 'ops who changes'] as const;
    const reviewers = await Promise.all(all.map((actor) => this.person(actor)));
    return {
      name: 'Nothing',
      organizationIds: [elsewhere],
      reviewerIds: reviewers.map(({ id }) => id),
      dueAt: new Date(Date.now() + 86_400_000).toISOString(),
    };
  }

  /** Of what it marked nothing may be removed, so that nothing is asked of Logto later either. */
  async #closedReview(): Promise<string> {
    const body = { name: 'To be removed from' };
    const { id: place } = await this.#portal.operator.call<{ id: string }>('POST', '/organizations', body);
    await this.#join((await this.#newPerson({})).id, place, 'owner');
    const id = await this.#begin(place);
    const headers = { cookie: await this.cookie('ops'), 'content-type': 'application/json' };
    const url = `${this.#portal.origin}/api/access-reviews/${id}`;
    const lines = JSON.stringify({ lines: [{ number: 1, version: 0 }], decision: 'remove' });
    const decided = await fetch(`${url}/decisions`, { method: 'PUT', headers, body: lines });
    const closed = await fetch(`${url}/close`, { method: 'POST', headers: { cookie: headers.cookie } });
    if (!decided.ok || !closed.ok) throw new Error(`no closed review: ${decided.status}, ${closed.status}`);
    return id;
  }

  /** Puts back what an allowed call took from the caller, or gave. */
  async restore(actor: Actor): Promise<void> {
    if (actor === 'anonymous') return;
    const { id } = await this.person(actor);
    const { memberOf, role }: Standing = standings[actor];
    await this.#portal.operator
      .call('DELETE', `/organizations/${elsewhere}/users/${id}`)
      .catch(() => undefined);
    if (memberOf && role) await this.#join(id, places[memberOf], role);
  }

  async #newActor(actor: Actor): Promise<Person> {
    const { memberOf, role, staff, right }: Standing = standings[actor];
    const person = await this.#newPerson({ password: PASSWORD });
    if (memberOf && role) await this.#join(person.id, places[memberOf], role);
    if (actor === 'suspended') await this.#join(person.id, places.own, 'admin');
    if (staff) {
      await this.#portal.operator.call('POST', `/users/${person.id}/roles`, {
        roleIds: [demo.roles[staff], ...(right ? [demo.roles[right]] : [])],
      });
    }
    return person;
  }

  async #newPerson(fields: object): Promise<Person> {
    const email = `person.${(made += 1)}@example.com`;
    const body = { primaryEmail: email, ...fields };
    const { id } = await this.#portal.operator.call<{ id: string }>('POST', '/users', body);
    return { id, email };
  }

  async #join(userId: string, organizationId: string, role: RoleName): Promise<void> {
    const users = `/organizations/${organizationId}/users`;
    await this.#portal.operator.call('POST', users, { userIds: [userId] });
    const body = { organizationRoleIds: [demo.organizationRoles[role]] };
    await this.#portal.operator.call('PUT', `${users}/${userId}/roles`, body);
  }

  async #invite(organizationId: string, invitee: string): Promise<string> {
    const all = await this.#portal.operator.call<{ id: string; status: string }[]>(
      'GET',
      `/organization-invitations?organizationId=${organizationId}&invitee=${encodeURIComponent(invitee)}`,
    );
    const pending = all.find(({ status }) => status === 'Pending');
    if (pending) return pending.id;
    const invitation = {
      organizationId,
      invitee,
      organizationRoleIds: [demo.organizationRoles.viewer],
      // Far enough away that it is sent again as it is.
      expiresAt: Date.now() + 7 * 86_400_000,
    };
    const made = await this.#portal.operator.call<{ id: string }>(
      'POST',
      '/organization-invitations',
      invitation,
    );
    return made.id;
  }

  async #refuse(place: Place): Promise<string> {
    await this.#call(place, 'DELETE', '/members/nosuchid0001');
    const [entry] = (await (await this.#call(place, 'GET', '/activity')).json()) as { id: string }[];
    return entry!.id;
  }

  async #end(place: Place): Promise<string> {
    const id = await this.failedImport(place);
    if (!id) throw new Error('no import');
    for (;;) {
      const reply = await this.#call(place, 'GET', `/imports/${id}`);
      if (((await reply.json()) as { status: string }).status === 'Finished') return id;
    }
  }

  async #begin(organizationId?: string): Promise<string> {
    const headers = { cookie: await this.cookie('ops'), 'content-type': 'application/json' };
    const url = `${this.#portal.origin}/api/access-reviews`;
    const input = await this.reviewOfNothing();
    const body = JSON.stringify({
      ...input,
      ...(organizationId === undefined ? {} : { organizationIds: [organizationId] }),
    });
    const begun = await (await fetch(url, { method: 'POST', headers, body })).json();
    const { id } = begun as { id?: string };
    if (id === undefined) throw new Error(`no review: ${JSON.stringify(begun)}`);
    return vi.waitFor(
      async () => {
        const review = await (await fetch(`${url}/${id}`, { headers })).json();
        if ((review as { status: string }).status === 'Open') return id;
        throw new Error('it is not open yet');
      },
      { timeout: 30_000, interval: 20 },
    );
  }

  async #take(): Promise<string> {
    const headers = { cookie: await this.cookie('ops') };
    const url = `${this.#portal.origin}/api/snapshots`;
    for (let method = 'POST'; ; method = 'GET') {
      const answer = await (await fetch(url, { method, headers })).json();
      const snapshot = [answer].flat()[0] as { id: string; status: string };
      if (snapshot.status === 'Finished') return snapshot.id;
    }
  }

  async #call(place: Place, method: string, path: string, body?: object): Promise<Response> {
    const cookie = await this.cookie(place === 'own' ? 'owner' : 'admin elsewhere');
    return fetch(`${this.#portal.origin}/api/organizations/${places[place]}${path}`, {
      method,
      headers: { cookie, ...(body ? { 'content-type': 'application/json' } : {}) },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
  }

  async #signIn(actor: Actor): Promise<string> {
    const { id, email } = await this.person(actor);
    const suspend = (isSuspended: boolean) =>
      this.#portal.operator.call('PATCH', `/users/${id}/is-suspended`, { isSuspended });
    if (actor === 'suspended') await suspend(false);
    const browser = new Browser(this.#portal.origin);
    const page = await browser.visit('/auth/sign-in');
    const body = new URLSearchParams({ email, password: PASSWORD });
    await browser.visit(page.url, { method: 'POST', body });
    if (actor === 'suspended') await suspend(true);
    const session = await browser.sessionCookie();
    if (session === undefined) throw new Error(`${actor} could not sign in`);
    return `portal-session=${session}`;
  }
}
