import { parseLinkHeader, type Invitation, type InvitationResult } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const { halden, atlas } = demo.organizations;
const roles = demo.organizationRoles;
const { owner, admin, nobody } = demo.users;
const base = `/api/organizations/${halden}/invitations`;
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const fresh = () => `guest.${Math.random().toString(36).slice(2)}@example.com`;

const invite = async (invitees: string[], change: object = {}, who: string = admin) => {
  const browser = await portal.signIn(who);
  return browser.call('POST', base, { invitees, roleIds: [roles.member], expiresAt: inDays(7), ...change });
};
const results = async (reply: Response): Promise<InvitationResult[]> => (await reply.json()).results;

describe('the invitations of an organization', () => {
  it('come in pages, although Logto never pages them, newest first, with inviters by name', async () => {
    const browser = await portal.signIn(admin);
    const reply = await browser.get(`${base}?page=2&page_size=10`);
    const invitations: Invitation[] = await reply.json();
    expect(invitations).toHaveLength(10);
    const created = invitations.map((one) => one.createdAt);
    expect(created).toEqual([...created].sort().reverse());
    expect(Number(reply.headers.get('total-number'))).toBeGreaterThan(20);
    expect(parseLinkHeader(reply.headers.get('link')!).next).toBe(`${base}?page=3&page_size=10`);
    expect(invitations.some((one) => one.inviter?.name)).toBe(true);
  });

  it.each(['Pending', 'Accepted', 'Expired', 'Revoked'])('are filtered by the status %s', async (status) => {
    const browser = await portal.signIn(admin);
    const invitations: Invitation[] = await (await browser.get(`${base}?status=${status}`)).json();
    expect(invitations.length).toBeGreaterThan(0);
    for (const one of invitations) expect(one.status).toBe(status);
  });

  it('are searched by address, in any case', async () => {
    const browser = await portal.signIn(admin);
    const [first]: Invitation[] = await (await browser.get(base)).json();
    const found: Invitation[] = await (await browser.get(`${base}?q=${first!.invitee.toUpperCase()}`)).json();
    expect(found.map((one) => one.id)).toContain(first!.id);
  });
});

describe('inviting', () => {
  it('answers for each address: sent, a member already, pending already, no address', async () => {
    const [address, pending] = [fresh(), fresh()];
    await invite([pending]);
    const reply = await invite([
      ` ${address.toUpperCase()} `,
      'amara.okafor@halden.example',
      pending,
      'bob',
      address,
    ]);
    expect(reply.status).toBe(200);
    expect(await results(reply)).toMatchObject([
      {
        invitee: address,
        invitation: { status: 'Pending', inviter: { id: admin, name: 'Ingrid Sørensen' } },
      },
      { invitee: 'amara.okafor@halden.example', problem: { code: 'invitee.already_member' } },
      { invitee: pending, problem: { code: 'invitation.already_pending' } },
      { invitee: 'bob', problem: { code: 'invitee.invalid' } },
    ]);
  });

  it('sends a message that leads to the portal', async () => {
    const address = fresh();
    await invite([address]);
    const mail = portal.logto.outbox().find((sent) => JSON.stringify(sent).includes(address));
    expect(JSON.stringify(mail)).toContain(`${portal.origin}/join#`);
  });

  it('does not double a pending invitation that was spelled otherwise', async () => {
    const address = fresh();
    await portal.operator.call('POST', '/organization-invitations', {
      organizationId: halden,
      invitee: address.toUpperCase(),
      expiresAt: Date.now() + 1e8,
    });
    expect(await results(await invite([address]))).toMatchObject([
      { problem: { code: 'invitation.already_pending' } },
    ]);
  });

  // Attack: an admin invites an accomplice as an owner. Or as a machine, which Logto takes (recording 05).
  it.each([
    ['above the ceiling', roles.owner, 403, 'role.above_ceiling'],
    ['for machines', roles.syncAgent, 422, 'role.not_assignable'],
    ['that does not exist', 'nosuchrole', 422, 'role.not_assignable'],
  ])('with a role %s is refused as a whole', async (_name, roleId, status, code) => {
    const address = fresh();
    const reply = await invite([address], { roleIds: [roles.member, roleId] });
    expect(await reply.json()).toMatchObject({ status, code, errors: [{ pointer: '/roleIds' }] });
    const sent = await portal.operator.call<unknown[]>('GET', `/organization-invitations?invitee=${address}`);
    expect(sent).toEqual([]);
  });

  it.each([
    ['nobody', { invitees: [] }, '/invitees'],
    ['too many', { invitees: Array.from({ length: 101 }, fresh) }, '/invitees'],
    ['no list', { invitees: 'a@example.com' }, '/invitees'],
    ['the past', { expiresAt: inDays(-1) }, '/expiresAt'],
    ['eternity', { expiresAt: inDays(400) }, '/expiresAt'],
    ['no date', { expiresAt: 'tomorrow' }, '/expiresAt'],
    ['an unknown property', { inviterId: owner }, ''],
  ])('%s is refused and marks the field', async (_name, change, pointer) => {
    const reply = await invite([fresh()], change);
    expect(await reply.json()).toMatchObject({ status: 422, code: 'request.invalid', errors: [{ pointer }] });
  });
});

describe('an invitation', () => {
  const create = async () => (await results(await invite([fresh()])))[0]!.invitation!;
  const after = async (
    action: (browser: Awaited<ReturnType<typeof portal.signIn>>, path: string) => Promise<unknown>,
  ) => {
    const invitation = await create();
    const browser = await portal.signIn(admin);
    await action(browser, `${base}/${invitation.id}`);
    return { browser, path: `${base}/${invitation.id}`, invitation };
  };

  it('is sent again while it is pending', async () => {
    const before = portal.logto.outbox().length;
    const { browser, path } = await after(async () => undefined);
    const resent = await (await browser.call('POST', `${path}/resend`)).json();
    expect(resent).toMatchObject({ isRenewed: false, isMailed: true, invitation: { status: 'Pending' } });
    expect(portal.logto.outbox().length).toBe(before + 2);
  });

  it('is revoked once, and cannot be sent again after that', async () => {
    const { browser, path } = await after((one, at) => one.call('POST', `${at}/revoke`));
    for (const action of ['revoke', 'resend']) {
      const reply = await browser.call('POST', `${path}/${action}`);
      expect(await reply.json()).toMatchObject({ status: 409, code: 'invitation.not_pending' });
    }
  });

  it('is deleted in any state, once', async () => {
    const { browser, path } = await after((one, at) => one.call('POST', `${at}/revoke`));
    expect((await browser.call('DELETE', path)).status).toBe(204);
    expect((await browser.call('DELETE', path)).status).toBe(404);
  });
});

describe('the invited person', () => {
  const toNobody = async () => {
    const { primaryEmail } = await portal.operator.call<{ primaryEmail: string }>('GET', `/users/${nobody}`);
    return portal.operator.call<{ id: string }>('POST', '/organization-invitations', {
      organizationId: atlas,
      invitee: primaryEmail.toUpperCase(),
      expiresAt: Date.now() + 1e8,
      organizationRoleIds: [roles.viewer],
    });
  };

  it('sees the invitations to their address, and joins', async () => {
    const { id } = await toNobody();
    const browser = await portal.signIn(nobody);
    const received = await (await browser.get('/api/session/invitations')).json();
    expect(received).toContainEqual(
      expect.objectContaining({ id, organization: { id: atlas, name: 'Atlas Cartography Cooperative' } }),
    );
    expect((await browser.get(`/api/organizations/${atlas}`)).status).toBe(404);
    const accept = `/api/session/invitations/${id}/accept`;
    expect(await (await browser.call('POST', accept)).json()).toEqual({ organizationId: atlas });
    expect((await browser.get(`/api/organizations/${atlas}`)).status).toBe(200);
    // A second press finds what was wished for.
    expect(await (await browser.call('POST', accept)).json()).toEqual({ organizationId: atlas });
  });

  // Attack: somebody accepts an invitation to another address, by its id, or names another user in the body.
  it('is nobody else', async () => {
    const { id } = await toNobody().catch(() => ({ id: 'x' }));
    const { id: other } = (await results(await invite([fresh()])))[0]!.invitation!;
    const thief = await portal.signIn(owner);
    for (const invitation of [id, other]) {
      const path = `/api/session/invitations/${invitation}/accept`;
      expect((await thief.call('POST', path, { acceptedUserId: nobody })).status).toBe(404);
    }
  });
});

describe('without an e-mail connector', () => {
  it('nothing is sent, and it says what to do', async () => {
    const bare = await startPortal({}, { seed: 'none' });
    const { id } = await bare.operator.call<{ id: string }>('POST', '/users', {
      primaryEmail: 'ada@example.com',
      password: 'Correct-Horse-9',
    });
    const organization = await bare.operator.call<{ id: string }>('POST', '/organizations', { name: 'Acme' });
    const scope = await bare.operator.call<{ id: string }>('POST', '/organization-scopes', {
      name: 'invite:member',
    });
    const role = await bare.operator.call<{ id: string }>('POST', '/organization-roles', {
      name: 'inviter',
      organizationScopeIds: [scope.id],
    });
    await bare.operator.call('POST', `/organizations/${organization.id}/users`, { userIds: [id] });
    await bare.operator.call('PUT', `/organizations/${organization.id}/users/${id}/roles`, {
      organizationRoleIds: [role.id],
    });
    const browser = bare.visitor();
    const page = await browser.visit('/auth/sign-in');
    await browser.visit(page.url, {
      method: 'POST',
      body: new URLSearchParams({ email: 'ada@example.com', password: 'Correct-Horse-9' }),
    });
    const body = { invitees: [fresh(), fresh()], roleIds: [], expiresAt: inDays(7) };
    const reply = await browser.call('POST', `/api/organizations/${organization.id}/invitations`, body);
    expect(await reply.json()).toMatchObject({ status: 409, code: 'email.not_configured' });
  });
});
