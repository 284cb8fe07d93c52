import type { FoundPerson, InvitationIndexState, QueuedInvitation } from '@org-portal/contract';
import { demo, portalWebhook } from '@org-portal/dev-logto';
import { createManagementApi } from '@org-portal/management-api';
import { describe, expect, it, vi } from 'vitest';
import { openDatabase } from '../src/database/open-database.ts';
import { InvitationIndex } from '../src/invitation-index/invitation-index.ts';
import { keepList } from '../src/invitation-index/keep-list.ts';
import { afterwards } from './harness/afterwards.ts';
import { newPortalDatabase } from './harness/portal-database.ts';
import { startPortal } from './harness/portal.ts';

const { halden, atlas, fjord } = demo.organizations;
const { viewer } = demo.organizationRoles;
const { owner, support, ops } = demo.users;
const HOUR = 3_600_000;
/** Nothing is read again because somebody looks: what the index says it was told, or heard. */
const ONLY_TOLD = { fresh: 3_600_000 };

const portal = await startPortal(
  { SUPPORT_ORGANIZATIONS: '', LOGTO_WEBHOOK_SIGNING_KEY: portalWebhook.signingKey },
  { invitationIndex: ONLY_TOLD },
);
const staff = await portal.signIn(support);
const LIST = 'GET /api/organization-invitations';
const base = (organizationId: string) => `/api/organizations/${organizationId}/invitations`;

const indexOf = async (browser = staff): Promise<InvitationIndexState> =>
  (await browser.get('/api/invitations/index')).json();
const filled = () =>
  vi.waitFor(async () => expect(await indexOf()).toMatchObject({ isComplete: true }), {
    timeout: 20_000,
    interval: 50,
  });
const queue = async (query: string, browser = staff): Promise<QueuedInvitation[]> =>
  (await browser.get(`/api/invitations?page_size=100&${query}`)).json();
const idsIn = async (query: string) => (await queue(query)).map(({ invitationId }) => invitationId);
let made = 0;
const byOperator = (organizationId: string, inviterId: string = owner, hours = 500) =>
  portal.operator.call<{ id: string; invitee: string }>('POST', '/organization-invitations', {
    organizationId,
    inviterId,
    invitee: `indexed.${(made += 1)}@example.com`,
    organizationRoleIds: [viewer],
    expiresAt: Date.now() + hours * HOUR,
  });
const eventually = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 15_000, interval: 100 });

describe('the index', () => {
  it('is filled organization by organization, and never by the tenant’s whole list', async () => {
    await filled();
    const state = await indexOf();
    expect(state.organizations).toEqual({ read: 12, total: 12 });
    expect(Date.now() - Date.parse(state.asOf ?? '')).toBeLessThan(60_000);
    const before = portal.logto.calls.count(LIST);
    await Promise.all([
      queue('kind=pending'),
      staff.get('/api/invitations/trend'),
      staff.get('/api/people?q=ada'),
    ]);
    expect(portal.logto.calls.count(LIST)).toBe(before);
  });

  it('is current at once after what the portal itself does', async () => {
    await filled();
    const browser = await portal.signIn(owner);
    const invitee = 'told.at.once@example.com';
    const body = {
      invitees: [invitee],
      roleIds: [viewer],
      expiresAt: new Date(Date.now() + 99 * HOUR).toISOString(),
    };
    const sent = await (await browser.call('POST', base(halden), body)).json();
    const { id } = sent.results[0].invitation;
    expect(await idsIn(`kind=pending&q=${invitee}`)).toEqual([id]);

    const renewed = await (await browser.call('POST', `${base(halden)}/${id}/renew`, {})).json();
    expect(await idsIn(`kind=pending&q=${invitee}`)).toEqual([renewed.invitation.id]);

    await browser.call('POST', `${base(halden)}/bulk/revoke`, { invitationIds: [renewed.invitation.id] });
    expect(await idsIn(`kind=pending&q=${invitee}`)).toEqual([]);
    const [person] = (await (await staff.get(`/api/people?q=${invitee}`)).json()) as FoundPerson[];
    expect(person?.invited).toEqual({ Pending: 0, Accepted: 0, Expired: 0, Revoked: 1 });

    await browser.call('POST', `${base(halden)}/bulk/delete`, { invitationIds: [renewed.invitation.id, id] });
    expect(await (await staff.get(`/api/people?q=${invitee}`)).json()).toEqual([]);
  });

  it('learns what was done in Logto itself when somebody opens the organization', async () => {
    await filled();
    const one = await byOperator(halden);
    expect(await idsIn(`kind=pending&q=${one.invitee}`)).toEqual([]);
    await (await portal.signIn(owner)).get(base(halden));
    await eventually(async () => expect(await idsIn(`kind=pending&q=${one.invitee}`)).toEqual([one.id]));
    await portal.operator.call('DELETE', `/organization-invitations/${one.id}`);
    await (await portal.signIn(owner)).get(base(halden));
    await eventually(async () => expect(await idsIn(`kind=pending&q=${one.invitee}`)).toEqual([]));
  });

  it('forgets what a deleted organization had, and what a deleted person had sent', async () => {
    await filled();
    const name = `Deleted ${made}`;
    const organization = await portal.operator.call<{ id: string }>('POST', '/organizations', { name });
    const { id: inviter } = await portal.operator.call<{ id: string }>('POST', '/users', {
      primaryEmail: 'leaving.inviter@example.com',
    });
    const [theirs, its] = [await byOperator(atlas, inviter), await byOperator(organization.id)];
    await eventually(async () => expect((await indexOf()).organizations).toEqual({ read: 13, total: 13 }));
    await (await portal.signIn(ops)).get(base(atlas));
    await eventually(async () =>
      expect(await idsIn(`kind=pending&q=${theirs.invitee}`)).toEqual([theirs.id]),
    );
    expect(await idsIn(`kind=pending&q=${its.invitee}`)).toEqual([its.id]);
    await portal.operator.call('DELETE', `/users/${inviter}`);
    await portal.operator.call('DELETE', `/organizations/${organization.id}`);
    await eventually(async () => expect(await idsIn(`kind=pending&q=${theirs.invitee}`)).toEqual([]));
    await eventually(async () => expect(await idsIn(`kind=pending&q=${its.invitee}`)).toEqual([]));
    await eventually(async () => expect((await indexOf()).organizations).toEqual({ read: 12, total: 12 }));
  });

  it('is still shown while Logto is away, and says how old it is', async () => {
    await filled();
    await staff.get('/api/session');
    const before = await queue('kind=pending');
    portal.logto.controls.fail(LIST, { kind: 'status', status: 503 }, 100);
    const during = await queue('kind=pending');
    portal.logto.controls.clearFaults();
    expect(during.map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    expect((await indexOf()).asOf).not.toBeNull();
  });

  it('finds each character for itself, in whatever case', async () => {
    await filled();
    const browser = await portal.signIn(owner);
    const invitees = ['odd_name+50@example.com', 'oddxname+501@example.com'];
    const expiresAt = new Date(Date.now() + 99 * HOUR).toISOString();
    await browser.call('POST', base(halden), { invitees, roleIds: [viewer], expiresAt });
    for (const q of ['odd_name', 'D_n', 'd_', '50@', 'ODD_NAME+50@EXAMPLE.COM'])
      expect([
        q,
        (await queue(`kind=pending&q=${encodeURIComponent(q)}`)).map(({ invitee }) => invitee),
      ]).toEqual([q, [invitees[0]]]);
  });
});

describe('a list that Logto was asked for before a change', async () => {
  const settings = await newPortalDatabase();
  const log = { warn: () => undefined };
  const { database, close } = await openDatabase(
    'DATABASE_URL' in settings ? { url: settings.DATABASE_URL } : { folder: settings.PORTAL_DATA },
    log,
  );
  afterwards(close);
  const api = createManagementApi({
    endpoint: new URL('http://127.0.0.1:9'),
    resource: 'https://default.logto.app/api',
    clientId: 'nobody',
    clientSecret: 'none',
  });
  afterwards(() => api.close());
  const index = new InvitationIndex({ database, api, log, budget: () => 0 });
  const invitation = (id: string, status: 'Pending' | 'Revoked' = 'Pending') => ({
    id,
    organizationId: 'o1',
    inviterId: null,
    acceptedUserId: null,
    invitee: `${id}@example.com`,
    status,
    createdAt: Date.now() - HOUR,
    updatedAt: Date.now(),
    expiresAt: Date.now() + HOUR,
    organizationRoles: [],
  });
  const kept = async () =>
    (
      await database
        .selectFrom('invitation_index')
        .selectAll()
        .where('is_current', '=', true)
        .orderBy('id')
        .execute()
    ).map(({ id, status }) => `${id} ${status}`);

  it('does not undo it, and an older list does not undo a younger one', async () => {
    const earliest = performance.now();
    const list = ['revoked', 'deleted', 'untouched'].map((id) => invitation(id));
    await keepList(database, {
      organizationId: 'o1',
      askedAt: performance.now(),
      batches: [list],
      again: 1_000,
    });
    const askedAt = performance.now();
    await index.changed(invitation('revoked', 'Revoked'));
    await index.changed(invitation('made'));
    await index.deleted('deleted');
    await keepList(database, { organizationId: 'o1', askedAt, batches: [list], again: 1_000 });
    expect(await kept()).toEqual(['made Pending', 'revoked Revoked', 'untouched Pending']);
    await keepList(database, { organizationId: 'o1', askedAt: earliest, batches: [[]], again: 1_000 });
    expect(await kept()).toEqual(['made Pending', 'revoked Revoked', 'untouched Pending']);
    const now = [invitation('revoked', 'Revoked')];
    await keepList(database, {
      organizationId: 'o1',
      askedAt: performance.now(),
      batches: [now],
      again: 1_000,
    });
    expect(await kept()).toEqual(['revoked Revoked']);
  });
});

describe('support of some organizations', async () => {
  const limited = await startPortal({ SUPPORT_ORGANIZATIONS: fjord });

  // Attack: support that is limited to one organization learns from the index how many others there are.
  it('learns of the index what concerns their organizations alone', async () => {
    const browser = await limited.signIn(support);
    await vi.waitFor(async () => {
      const state: InvitationIndexState = await (await browser.get('/api/invitations/index')).json();
      expect(state).toMatchObject({ isComplete: true, organizations: { read: 1, total: 1 } });
    });
  });
});

it('an organization with many invitations is read in batches', { timeout: 120_000 }, async () => {
  const many = await startPortal({}, { invitations: 1_200, members: 20, invitationIndex: ONLY_TOLD });
  const browser = await many.signIn(ops);
  await vi.waitFor(
    async () => {
      const state: InvitationIndexState = await (await browser.get('/api/invitations/index')).json();
      expect(state).toMatchObject({ isComplete: true, organizations: { read: 14, total: 14 } });
    },
    { timeout: 60_000, interval: 200 },
  );
  const reply = await browser.get('/api/invitations?kind=pending&q=company-');
  expect(Number(reply.headers.get('total-number'))).toBe(480);
});
