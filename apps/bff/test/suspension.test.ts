import type { ActivityEntry, PersonCard } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';

const { halden, atlas, brightwater, fjord } = demo.organizations;
const { support, supportLead, ops, soleAdmin } = demo.users;
const { admin, viewer } = demo.organizationRoles;
const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };
const PASSWORD = 'Correct-Horse-9';

const portal = await startPortal();
const limited = await startPortal({ SUPPORT_ORGANIZATIONS: fjord });
let made = 0;

type Portal = typeof portal;

const newPerson = async (one: Portal, organizationId: string, roleId: string): Promise<string> => {
  const primaryEmail = `halted.${(made += 1)}@people.example`;
  const body = { primaryEmail, name: `Halted ${made}`, password: PASSWORD };
  const { id } = await one.operator.call<{ id: string }>('POST', '/users', body);
  await join(one, id, organizationId, roleId);
  return id;
};
const join = async (one: Portal, id: string, organizationId: string, roleId: string) => {
  const users = `/organizations/${organizationId}/users`;
  await one.operator.call('POST', users, { userIds: [id] });
  await one.operator.call('PUT', `${users}/${id}/roles`, { organizationRoleIds: [roleId] });
};
/** A browser in which somebody has signed in who is not one of the demo's. */
const signInTo = async (one: Portal, id: string): Promise<Browser> => {
  const { primaryEmail } = await one.operator.call<{ primaryEmail: string }>('GET', `/users/${id}`);
  const browser = new Browser(one.origin);
  const page = await browser.visit('/auth/sign-in');
  const body = new URLSearchParams({ email: primaryEmail, password: PASSWORD });
  await browser.visit(page.url, { method: 'POST', body });
  expect((await browser.get('/api/session')).status).toBe(200);
  return browser;
};
const act = async (
  who: string,
  id: string,
  what: 'suspend' | 'unsuspend' | 'sign-out',
  { one = portal, headers = because as Record<string, string> } = {},
) => {
  const reply = await (await one.signIn(who)).call('POST', `/api/people/${id}/${what}`, undefined, headers);
  return { status: reply.status, ...((reply.status === 204 ? {} : await reply.json()) as { code?: string }) };
};
const recordOf = async (id: string): Promise<ActivityEntry[]> => {
  const browser = await portal.signIn(ops);
  return (await browser.get(`/api/activity?target=${id}`)).json();
};
const isSuspended = async (id: string) =>
  (await portal.operator.call<{ isSuspended: boolean }>('GET', `/users/${id}`)).isSuspended;

describe('suspending', () => {
  it('ends the sessions at once, and for good, and is on record with its reason', async () => {
    const id = await newPerson(portal, halden, viewer);
    const browser = await signInTo(portal, id);
    const asleep = await signInTo(portal, id);
    expect(await act(supportLead, id, 'suspend')).toEqual({ status: 204 });
    expect((await browser.get('/api/session')).status).toBe(401);
    const card = (
      await (await portal.signIn(support)).get(`/api/people/${id}`)
    ).json() as Promise<PersonCard>;
    expect((await card).state).toBe('suspended');
    expect(await act(supportLead, id, 'unsuspend')).toEqual({ status: 204 });
    expect((await asleep.get('/api/session')).status).toBe(401);
    await signInTo(portal, id);
    const told = {
      organization: null,
      actor: { id: supportLead, staffRole: 'support' },
      outcome: 'succeeded',
    };
    const target = { type: 'person', id, name: expect.stringContaining('Halted') };
    expect(await recordOf(id)).toMatchObject([
      { action: 'person.unsuspend', target, reason: 'ticket 4711, by phone', ...told },
      { action: 'person.suspend', target, reason: 'ticket 4711, by phone', ...told },
    ]);
  });

  // Attack: while Logto is slow to suspend a person, they sign in once more. They wait for the end of the suspension, and go on
  // with that session.
  it('ends a session that began before Logto had carried it out', async () => {
    const id = await newPerson(portal, halden, viewer);
    const PATCH = 'PATCH /api/users/{userId}/is-suspended';
    portal.logto.calls.reset();
    portal.logto.controls.fail(PATCH, { kind: 'slow', delayMs: 4_000 });
    const suspending = act(supportLead, id, 'suspend');
    await vi.waitFor(() => expect(portal.logto.calls.count(PATCH)).toBe(1), { timeout: 10_000 });
    const meanwhile = await signInTo(portal, id);
    expect(await isSuspended(id)).toBe(false);
    expect(await suspending).toEqual({ status: 204 });
    expect(await act(supportLead, id, 'unsuspend')).toEqual({ status: 204 });
    expect((await meanwhile.get('/api/session')).status).toBe(401);
  });

  // Attack: limited support learns from the checks of a suspension where somebody else is an admin.
  it('tells of its checks to staff who may see the person, and of nobody who does not exist', async () => {
    const id = await newPerson(portal, halden, viewer);
    expect(await act(supportLead, id, 'suspend')).toEqual({ status: 204 });
    const seenBy = async (who: string, person: string, one = portal) =>
      (await one.signIn(who)).get(`/api/people/${person}/suspension`);
    for (const who of [support, ops]) {
      const reply = await seenBy(who, id);
      expect(reply.status).toBe(200);
      expect(await reply.json()).toMatchObject({ startedAt: null, organizations: { waiting: 0 }, left: [] });
      expect((await seenBy(who, 'nosuchperson')).status).toBe(404);
    }
    const theirs = await newPerson(limited, fjord, viewer);
    for (const person of [theirs, soleAdmin, 'nosuchperson'])
      expect((await seenBy(support, person, limited)).status).toBe(404);
  });

  it('is a right of its own, which the session names', async () => {
    const id = await newPerson(portal, halden, viewer);
    for (const [who, staffRights] of [
      [support, []],
      [ops, []],
      [supportLead, ['suspend']],
    ] as const) {
      const session = await (await (await portal.signIn(who)).get('/api/session')).json();
      expect(session.staffRights).toEqual(staffRights);
      if (staffRights.length > 0) continue;
      const refused = { status: 403, code: 'permission.missing', permission: 'suspend' };
      expect(await act(who, id, 'suspend')).toMatchObject(refused);
      expect(await act(who, id, 'unsuspend')).toMatchObject(refused);
      expect(await act(who, 'nosuchperson', 'suspend')).toMatchObject(refused);
    }
    expect(await isSuspended(id)).toBe(false);
    expect((await recordOf(id)).map(({ outcome }) => outcome)).toEqual(Array(4).fill('refused'));
  });

  it('needs a reason', async () => {
    const id = await newPerson(portal, halden, viewer);
    for (const what of ['suspend', 'unsuspend', 'sign-out'] as const)
      expect(await act(supportLead, id, what, { headers: {} })).toMatchObject({ code: 'reason.required' });
    expect(await isSuspended(id)).toBe(false);
  });

  it('is nothing that people do to themselves', async () => {
    expect(await act(supportLead, supportLead, 'suspend')).toMatchObject({
      status: 409,
      code: 'person.is_self',
    });
  });

  // Attack: support of one organization, holding the right, suspends somebody who belongs to others too.
  it('is not for staff who are limited to some organizations, of any person', async () => {
    const id = await newPerson(limited, fjord, viewer);
    for (const one of [id, soleAdmin, 'nosuchperson'])
      expect(await act(supportLead, one, 'suspend', { one: limited })).toMatchObject({
        code: 'permission.missing',
        permission: 'suspend',
      });
    const session = await (await limited.signIn(supportLead)).get('/api/session');
    expect((await session.json()).staffRights).toEqual([]);
  });

  // Attack: an organization is left without an admin, because its last one is suspended.
  it('never takes the last admin of an organization', async () => {
    const refused = {
      status: 409,
      code: 'member.last_admin',
      organization: { id: atlas, name: expect.stringContaining('Atlas') },
    };
    expect(await act(supportLead, soleAdmin, 'suspend')).toMatchObject(refused);
    expect(await isSuspended(soleAdmin)).toBe(false);
    expect((await recordOf(soleAdmin))[0]).toMatchObject({
      outcome: 'refused',
      problem: 'member.last_admin',
    });
    const second = await newPerson(portal, atlas, admin);
    expect(await act(supportLead, second, 'suspend')).toEqual({ status: 204 });
    // The second one is suspended, and does not count.
    expect(await act(supportLead, soleAdmin, 'suspend')).toMatchObject(refused);
    // Somebody who is suspended already is not an admin who could be lost.
    expect(await act(supportLead, second, 'suspend')).toEqual({ status: 204 });
  });

  // Attack: the two admins of an organization are suspended in the same moment.
  it('leaves one of two, however close together', async () => {
    for (let round = 0; round < 5; round += 1) {
      const organization = await portal.operator.call<{ id: string }>('POST', '/organizations', {
        name: `Round ${round}`,
      });
      const two = [
        await newPerson(portal, organization.id, admin),
        await newPerson(portal, organization.id, admin),
      ];
      await join(portal, two[0]!, brightwater, viewer);
      const replies = await Promise.all(two.map((id) => act(supportLead, id, 'suspend')));
      expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
      expect((await Promise.all(two.map(isSuspended))).sort()).toEqual([false, true]);
    }
  });

  // Attack: a person who is about to be suspended suspends others, in changes that wait and are carried out after it.
  it('is refused to who has lost the right meanwhile', async () => {
    const organization = await portal.operator.call<{ id: string }>('POST', '/organizations', {
      name: 'Slow',
    });
    const people = [];
    for (let nth = 0; nth < 4; nth += 1) people.push(await newPerson(portal, organization.id, admin));
    const [first = '', ...others] = people;
    const rogue = await newPerson(portal, organization.id, viewer);
    await portal.operator.call('POST', `/users/${rogue}/roles`, {
      roleIds: [demo.roles.support, demo.roles.suspend],
    });
    const browser = await signInTo(portal, rogue);
    const PATCH = 'PATCH /api/users/{userId}/is-suspended';
    portal.logto.calls.reset();
    portal.logto.controls.fail(PATCH, { kind: 'slow', delayMs: 700 });
    const suspending = act(supportLead, first, 'suspend');
    await vi.waitFor(() => expect(portal.logto.calls.count(PATCH)).toBe(1), { timeout: 10_000 });
    const waiting = others.map((id) => browser.call('POST', `/api/people/${id}/suspend`, undefined, because));
    expect(await act(supportLead, rogue, 'suspend')).toEqual({ status: 204 });
    expect((await suspending).status).toBe(204);
    for (const reply of await Promise.all(waiting)) expect([401, 403]).toContain(reply.status);
    for (const id of others) expect(await isSuspended(id)).toBe(false);
  });
});

describe('signing somebody out', () => {
  it('ends every session, here and in Logto, and is on record', async () => {
    const id = await newPerson(portal, halden, viewer);
    const browsers = [await signInTo(portal, id), await signInTo(portal, id)];
    const sessions = () => portal.operator.call<{ sessions: object[] }>('GET', `/users/${id}/sessions`);
    expect((await sessions()).sessions).toHaveLength(2);
    expect(await act(support, id, 'sign-out')).toEqual({ status: 204 });
    for (const browser of browsers) expect((await browser.get('/api/session')).status).toBe(401);
    expect((await sessions()).sessions).toEqual([]);
    expect((await recordOf(id))[0]).toMatchObject({
      action: 'person.sign_out',
      organization: null,
      reason: 'ticket 4711, by phone',
      outcome: 'succeeded',
    });
  });

  it('is open to limited support for people of their organizations, and to ops not at all', async () => {
    const theirs = await newPerson(limited, fjord, viewer);
    const browser = await signInTo(limited, theirs);
    expect(await act(support, theirs, 'sign-out', { one: limited })).toEqual({ status: 204 });
    expect((await browser.get('/api/session')).status).toBe(401);
    const others = await newPerson(limited, atlas, viewer);
    expect(await act(support, others, 'sign-out', { one: limited })).toMatchObject({ status: 404 });
    expect(await act(ops, theirs, 'sign-out')).toMatchObject({ status: 404 });
  });
});

it('what is about a person and no organization is told to ops, and to no organization', async () => {
  const id = await newPerson(portal, halden, viewer);
  await act(supportLead, id, 'suspend');
  const browser = await portal.signIn(demo.users.owner);
  const entries = await (await browser.get(`/api/organizations/${halden}/activity?page_size=100`)).json();
  expect(JSON.stringify(entries)).not.toContain(id);
  expect((await (await portal.signIn(support)).get('/api/activity')).status).toBe(404);
});
