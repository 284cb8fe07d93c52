import { REASON_HEADER, type Import, type ImportLinks } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { addresses, handIn, rowOf } from './imports/list.ts';

const portal = await startPortal();
const { halden } = demo.organizations;
const { owner: ownerRole, member } = demo.organizationRoles;
const base = `/api/organizations/${halden}`;
const owner = await portal.signIn(demo.users.owner);
const admin = await portal.signIn(demo.users.admin);
const support = await portal.signIn(demo.users.support);
const reason = 'ticket 4711, by phone';
const withReason = { [REASON_HEADER]: encodeURIComponent(reason) };

const read = async <Body>(path: string, browser = owner): Promise<Body> => (await browser.get(path)).json();
const linksOf = (id: string, browser: Browser = owner, headers: Record<string, string> = {}) =>
  browser.call('POST', `${base}/imports/${id}/links`, undefined, headers);
const entriesOf = (id: string) => read<object[]>(`${base}/activity?action=import.link&target=${id}`);

/** @returns an import by link that has ended. @param roles of each of its rows */
async function importByLink(...roles: string[]): Promise<{ id: string; invitees: string[] }> {
  const invitees = addresses(roles.length);
  const rows = invitees.map((invitee, n) => rowOf(invitee, { roleIds: [roles[n]] }));
  const { id } = await handIn(owner, halden, rows, { by: 'link', name: 'by-link.csv' });
  await vi.waitFor(
    async () =>
      expect(await read<Import>(`${base}/imports/${id}`)).toMatchObject({
        status: 'Finished',
        counts: { sent: roles.length },
      }),
    { timeout: 10_000, interval: 50 },
  );
  return { id, invitees };
}

describe('support reads the rows or the result of an import by link, and has its join links without a reason or a trace', () => {
  it.each(['', '/rows', '/result'])('no link leaves by GET …/imports/:importId%s', async (path) => {
    // given
    const { id, invitees } = await importByLink(member, member);

    // when
    const texts = [];
    for (const browser of [support, owner])
      texts.push(await (await browser.get(`${base}/imports/${id}${path}`)).text());

    // then
    for (const text of texts) expect(text).not.toContain('/join');
    if (path) for (const text of texts) expect(text).toContain(invitees[0]);
  });

  it('the links are refused without a reason, and on record with one', async () => {
    // given
    const { id, invitees } = await importByLink(member, member);
    const before = portal.logto.outbox().length;

    // when
    const refused = await linksOf(id, support);
    const given = await linksOf(id, support, withReason);

    // then
    expect(await refused.json()).toMatchObject({ status: 422, code: 'reason.required' });
    const { links, aboveCeiling }: ImportLinks = await given.json();
    expect(links.map(({ number, invitee }) => [number, invitee])).toEqual([
      [1, invitees[0]],
      [2, invitees[1]],
    ]);
    for (const { link } of links) expect(link).toMatch(new RegExp(`^${portal.origin}/join#[\\w-]+$`));
    expect(new Set(links.map(({ link }) => link)).size).toBe(2);
    expect(aboveCeiling).toBe(0);
    expect(await entriesOf(id)).toMatchObject([
      {
        outcome: 'succeeded',
        reason,
        actor: { id: demo.users.support, staffRole: 'support' },
        target: { type: 'import', id, name: 'by-link.csv' },
      },
      { outcome: 'refused', problem: 'reason.required', actor: { id: demo.users.support } },
    ]);
    expect(portal.logto.outbox()).toHaveLength(before);
  });
});

describe('support, or an admin, takes the links of owner invitations out of an import', () => {
  it.each([
    ['support', support, withReason],
    ['an admin', admin, {}],
  ])('%s has only the links whose roles they may give', async (_who, browser, headers) => {
    // given
    const { id, invitees } = await importByLink(member, ownerRole);

    // when
    const reply = await linksOf(id, browser, headers);

    // then
    const { links, aboveCeiling }: ImportLinks = await reply.json();
    expect(links.map(({ invitee }) => invitee)).toEqual([invitees[0]]);
    expect(aboveCeiling).toBe(1);
  });

  it('they are refused, on record, where no link is left', async () => {
    const { id } = await importByLink(ownerRole);
    const reply = await linksOf(id, support, withReason);
    expect(await reply.json()).toMatchObject({
      status: 403,
      code: 'role.above_ceiling',
      detail: expect.stringContaining('owner'),
    });
    expect(await entriesOf(id)).toMatchObject([{ outcome: 'refused', problem: 'role.above_ceiling' }]);
    expect((await linksOf(id)).status).toBe(200);
  });
});

it('the links of invitations that are not pending any more are left out', async () => {
  // given
  const { id, invitees } = await importByLink(member, member);
  const [row] = await read<{ invitationId: string }[]>(`${base}/imports/${id}/rows`);
  expect((await owner.call('POST', `${base}/invitations/${row!.invitationId}/revoke`)).status).toBe(200);

  // when
  const { links }: ImportLinks = await (await linksOf(id)).json();

  // then
  expect(links.map(({ invitee }) => invitee)).toEqual([invitees[1]]);
});

it('the links of an import are not to be had through another organization', async () => {
  const { id } = await importByLink(member);
  const other = `/api/organizations/${demo.organizations.kestrel}/imports/${id}/links`;
  expect((await support.call('POST', other, undefined, withReason)).status).toBe(404);
});
