import type { ActivityEntry } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, atlas, pine } = demo.organizations;
const { admin, member, viewer } = demo.organizationRoles;
const people = demo.users;
const inHalden = `/api/organizations/${halden}`;
const inAMonth = new Date(Date.now() + 30 * 86_400_000).toISOString();

const owner = await portal.signIn(people.owner);
const ops = await portal.signIn(people.ops);

const entries = async (browser: Browser, path: string): Promise<ActivityEntry[]> =>
  (await browser.get(path)).json();

/** @returns what the record gained of an organization meanwhile, oldest first */
async function recordedDuring(
  act: () => Promise<unknown>,
  organization: string = halden,
): Promise<ActivityEntry[]> {
  const path = `/api/activity?organization=${organization}&page_size=100`;
  const [last] = await entries(ops, path);
  await act();
  const all = await entries(ops, path);
  return (
    last
      ? all.slice(
          0,
          all.findIndex(({ id }) => id === last.id),
        )
      : all
  ).reverse();
}

async function invite(address: string, roleIds: string[] = [member]): Promise<string> {
  const reply = await owner.call('POST', `${inHalden}/invitations`, {
    invitees: [address],
    roleIds,
    expiresAt: inAMonth,
  });
  return (await reply.json()).results[0].invitation.id;
}

async function newMember(roleIds: string[]): Promise<{ id: string; email: string }> {
  const email = `p${Math.random().toString(36).slice(2)}@example.com`;
  const { id } = await portal.operator.call<{ id: string }>('POST', '/users', {
    primaryEmail: email,
    name: 'Nora Novak',
    password: 'Correct-Horse-9',
  });
  await portal.operator.call('POST', `/organizations/${halden}/users`, { userIds: [id] });
  await portal.operator.call('PUT', `/organizations/${halden}/users/${id}/roles`, {
    organizationRoleIds: roleIds,
  });
  return { id, email };
}

async function signInByPassword(email: string): Promise<Browser> {
  const browser = portal.visitor();
  const page = await browser.visit('/auth/sign-in');
  const body = new URLSearchParams({ email, password: 'Correct-Horse-9' });
  await browser.visit(page.url, { method: 'POST', body });
  return browser;
}

describe('each change is an entry: who, where, what, on whom, before, after, outcome', () => {
  const byAmara = {
    actor: { id: people.owner, name: 'Amara Okafor', email: 'amara.okafor@halden.example', staffRole: null },
    organization: { id: halden, name: 'Halden Logistics' },
    outcome: 'succeeded',
    problem: null,
    reason: null,
  };

  it('roles changed, member removed', async () => {
    const { id } = await newMember([viewer]);
    let requestId: string | null = null;
    const found = await recordedDuring(async () => {
      const reply = await owner.call('PUT', `${inHalden}/members/${id}/roles`, { roleIds: [member, admin] });
      requestId = reply.headers.get('x-request-id');
      await owner.call('DELETE', `${inHalden}/members/${id}`);
    });
    const target = { type: 'member', id, name: 'Nora Novak' };
    expect(found).toMatchObject([
      { ...byAmara, action: 'member.roles.change', target, requestId },
      { ...byAmara, action: 'member.remove', target, after: null },
    ]);
    expect(found[0]?.before).toEqual({ roles: [{ id: viewer, name: 'viewer' }] });
    expect(found[0]?.after?.roles?.map(({ id }) => id)).toEqual([member, admin]);
  });

  it('roles that stay as they are: nothing is sent, nothing recorded', async () => {
    const { id } = await newMember([viewer]);
    const found = await recordedDuring(() =>
      owner.call('PUT', `${inHalden}/members/${id}/roles`, { roleIds: [viewer] }),
    );
    expect(found).toEqual([]);
  });

  it('invitations: sent, sent again, revoked, deleted, each address by itself', async () => {
    await invite('pending.already@example.com');
    const found = await recordedDuring(async () => {
      const reply = await owner.call('POST', `${inHalden}/invitations`, {
        invitees: ['New.Person@Example.com', 'no address', 'pending.already@example.com'],
        roleIds: [member],
        expiresAt: inAMonth,
      });
      const { id } = (await reply.json()).results[0].invitation;
      await owner.call('POST', `${inHalden}/invitations/${id}/resend`);
      await owner.call('POST', `${inHalden}/invitations/${id}/revoke`);
      await owner.call('DELETE', `${inHalden}/invitations/${id}`);
    });
    const created = found.filter(({ action }) => action === 'invitation.create');
    expect(created.map(({ target, outcome, problem }) => [target.name, outcome, problem]).sort()).toEqual([
      ['new.person@example.com', 'succeeded', null],
      ['no address', 'refused', 'invitee.invalid'],
      ['pending.already@example.com', 'refused', 'invitation.already_pending'],
    ]);
    const sent = created.find(({ outcome }) => outcome === 'succeeded');
    expect(sent).toMatchObject({
      ...byAmara,
      after: { roles: [{ id: member }], status: 'Pending', expiresAt: inAMonth },
    });
    const { target } = sent!;
    expect(target.id).toMatch(/^\w+$/);
    expect(found.slice(3)).toMatchObject([
      { ...byAmara, action: 'invitation.resend', target, before: { status: 'Pending' } },
      { ...byAmara, action: 'invitation.revoke', target, after: { status: 'Revoked' } },
      { ...byAmara, action: 'invitation.delete', target, before: { status: 'Revoked' } },
    ]);
  });

  it('an organization left, an invitation accepted', async () => {
    const { id, email } = await newMember([viewer]);
    const browser = await signInByPassword(email);
    const found = await recordedDuring(async () => {
      expect((await browser.call('POST', `${inHalden}/leave`)).status).toBe(204);
      const invitation = await invite(email);
      await browser.call('POST', `/api/session/invitations/${invitation}/accept`);
    });
    expect(found).toMatchObject([
      { action: 'organization.leave', actor: { id }, target: { type: 'organization', id: halden } },
      { action: 'invitation.create' },
      { action: 'invitation.accept', actor: { id }, target: { name: email }, after: { status: 'Accepted' } },
    ]);
    expect(found.map(({ outcome }) => outcome)).toEqual(['succeeded', 'succeeded', 'succeeded']);
  });

  it('staff: as what, and why', async () => {
    const support = await portal.signIn(people.support);
    const found = await recordedDuring(
      () =>
        support.call(
          'POST',
          `/api/organizations/${pine}/invitations`,
          { invitees: ['customer@example.com'], roleIds: [member], expiresAt: inAMonth },
          { 'portal-reason': encodeURIComponent('工单 4711：客户来电\u0000要求邀请') },
        ),
      pine,
    );
    expect(found).toMatchObject([
      { actor: { id: people.support, staffRole: 'support' }, reason: '工单 4711：客户来电 要求邀请' },
    ]);
  });

  it('what Logto refuses is a failure, with the problem', async () => {
    portal.logto.controls.fail('POST /api/organization-invitations', { kind: 'status', status: 422 });
    const found = await recordedDuring(() =>
      owner.call('POST', `${inHalden}/invitations`, {
        invitees: ['refused.by.logto@example.com'],
        roleIds: [],
        expiresAt: inAMonth,
      }),
    );
    expect(found).toMatchObject([{ outcome: 'failed', problem: 'request.invalid' }]);
  });
});

describe('refusals are entries too', () => {
  it.each([
    ['without the permission', 'DELETE', `/members/${people.admin}`, undefined, 'permission.missing'],
    ['above the ceiling', 'PUT', `/members/${people.owner}/roles`, { roleIds: [] }, 'role.above_ceiling'],
    ['with a body that does not fit', 'PUT', `/members/${people.viewer}/roles`, {}, 'request.invalid'],
    ['on what does not exist', 'DELETE', '/invitations/nosuchinvite', undefined, 'resource.not_found'],
  ])('%s', async (_name, method, path, body, problem) => {
    const who = await portal.signIn(problem === 'permission.missing' ? people.viewer : people.admin);
    const found = await recordedDuring(() => who.call(method, inHalden + path, body));
    expect(found).toMatchObject([{ outcome: 'refused', problem, target: { id: path.split('/')[2] } }]);
    // The name is told once it is known that they belong to the organization, and not before.
    expect(found[0]?.target.name).toBe(problem === 'role.above_ceiling' ? 'Amara Okafor' : null);
  });

  it('name whom they are about, once the portal has looked', async () => {
    const invitation = await invite('revoked.twice@example.com');
    await owner.call('POST', `${inHalden}/invitations/${invitation}/revoke`);
    const found = await recordedDuring(async () => {
      await owner.call('POST', `${inHalden}/invitations/${invitation}/revoke`);
      await (await portal.signIn(people.admin)).call('DELETE', `${inHalden}/members/${people.owner}`);
    });
    expect(found).toMatchObject([
      { problem: 'invitation.not_pending', target: { id: invitation, name: 'revoked.twice@example.com' } },
      { problem: 'role.above_ceiling', target: { id: people.owner, name: 'Amara Okafor' } },
    ]);
  });

  it('of the last admin, who wants to leave', async () => {
    const haruto = await portal.signIn(people.soleAdmin);
    const found = await recordedDuring(async () => {
      const reply = await haruto.call('POST', `/api/organizations/${atlas}/leave`);
      expect(await reply.json()).toMatchObject({ status: 409, code: 'member.last_admin' });
    }, atlas);
    expect(found).toMatchObject([
      { action: 'organization.leave', outcome: 'refused', problem: 'member.last_admin' },
    ]);
  });

  // Attack: an outsider fills another organization's record with noise, or with words for its admins to read.
  it('of outsiders are for ops to see, and are in no organization’s record', async () => {
    const browser = await portal.signIn(people.soleAdmin);
    const before = await entries(ops, `/api/activity?organization=${halden}`);
    for (const path of [`/members/${people.admin}`, `/members/${'x'.repeat(500)}`, '/members/%00%0d%0a']) {
      expect((await browser.call('DELETE', inHalden + path)).status).toBe(404);
    }
    expect(await entries(ops, `/api/activity?organization=${halden}`)).toEqual(before);
    const seen = await entries(ops, `/api/activity?actor=${people.soleAdmin}&action=member.remove`);
    expect(seen.map(({ organization, target }) => [organization, target.id])).toEqual([
      [null, null],
      [null, null],
      [null, people.admin],
    ]);
  });

  it('of nobody are not recorded: without a session, and from another site', async () => {
    const path = `${inHalden}/members/${people.viewer}`;
    const found = await recordedDuring(async () => {
      expect((await portal.visitor().call('DELETE', path)).status).toBe(401);
      const reply = await owner.call('DELETE', path, undefined, { 'sec-fetch-site': 'cross-site' });
      expect(reply.status).toBe(403);
    });
    expect(found).toEqual([]);
  });
});

describe('who may read it', () => {
  it.each([
    ['a viewer', people.viewer, 403],
    ['support', people.support, 403],
    ['somebody else’s admin', people.soleAdmin, 404],
    ['ops', people.ops, 200],
    ['an admin', people.admin, 200],
  ])('of an organization: %s', async (_name, who, status) => {
    const browser = await portal.signIn(who);
    for (const path of ['/activity', '/activity/export?format=csv']) {
      expect((await browser.get(inHalden + path)).status).toBe(status);
    }
  });

  it.each([
    ['an owner', people.owner, 404],
    ['support', people.support, 404],
    ['ops', people.ops, 200],
  ])('of all: %s', async (_name, who, status) => {
    const browser = await portal.signIn(who);
    for (const path of ['/api/activity', '/api/activity/export?format=ndjson']) {
      expect((await browser.get(path)).status).toBe(status);
    }
  });
});
