import { setTimeout as wait } from 'node:timers/promises';
import type { PersonSuspension, Problem } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';
import { makeAdmin, newOrganizations, newPerson } from './suspensions/organizations-with-admins.ts';

const ORGANIZATIONS = 500;
/** Milliseconds between two clicks of one person; without them, the clicks alone use up the budget. */
const THINKING = 250;
/** Of which nobody else is an admin. */
const ALONE = 3;
const because = { 'portal-reason': encodeURIComponent('ticket 4711, by phone') };
const { halden } = demo.organizations;

const portal = await startPortal({ LOGTO_BUDGET: '200' }, { members: 50 });
const { operator, logto } = portal;
let lead: Browser;
let other: Browser;

beforeAll(async () => {
  lead = await portal.signIn(demo.users.supportLead);
  other = await portal.signIn(demo.users.admin);
});

const suspend = (id: string, by = lead) => by.call('POST', `/api/people/${id}/suspend`, undefined, because);
const unsuspend = (id: string) => lead.call('POST', `/api/people/${id}/unsuspend`, undefined, because);
const isSuspended = async (id: string) =>
  (await operator.call<{ isSuspended: boolean }>('GET', `/users/${id}`)).isSuspended;
const checksOf = async (id: string): Promise<PersonSuspension> =>
  (await lead.get(`/api/people/${id}/suspension`)).json();
const quantile = (times: number[], of: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * of))]!;

describe(`an admin of ${ORGANIZATIONS} organizations, with 200 requests to Logto in 10 s`, () => {
  // Attack: the two admins of the same organizations are suspended in the same moment.
  it('is refused, with names, where the only other admin has just been suspended', async () => {
    const two = [await newPerson(operator, 'first'), await newPerson(operator, 'second')];
    await newOrganizations(operator, 'Both', 30, two);
    const replies = await Promise.all(two.map((id) => suspend(id)));
    expect(replies.map(({ status }) => status).sort()).toEqual([204, 409]);
    const refused = (await replies.find(({ status }) => status === 409)!.json()) as Problem;
    expect(refused.code).toBe('member.last_admin');
    expect(refused.organizations).toHaveLength(20);
    for (const { name } of refused.organizations!) expect(name).toMatch(/^Both \d+$/);
    expect((await Promise.all(two.map(isSuspended))).filter(Boolean)).toHaveLength(1);
  }, 120_000);

  it('is refused, with exact names, what a fresh snapshot shows beforehand', async () => {
    const [single, second] = [await newPerson(operator, 'single'), await newPerson(operator, 'helper')];
    await newOrganizations(operator, 'Covered', 28, [single, second]);
    const lone = await newOrganizations(operator, 'Lone', 2, [single]);
    const ops = await portal.signIn(demo.users.ops);
    const { id } = (await (await ops.call('POST', '/api/snapshots')).json()) as { id: string };
    await vi.waitUntil(
      async () => {
        const { status } = (await (await ops.get(`/api/snapshots/${id}`)).json()) as { status: string };
        return status === 'Finished';
      },
      { timeout: 120_000, interval: 500 },
    );
    const refused = (await (await suspend(single)).json()) as Problem;
    expect(refused).toMatchObject({ code: 'member.last_admin', status: 409 });
    expect(refused.organizations!.map((one) => one.id).sort()).toEqual(lone.sort());
    expect(await isSuspended(single)).toBe(false);
  }, 200_000);

  // Attack: an admin of enough organizations cannot be suspended, and an attempt to do it keeps everybody else waiting.
  it('is suspended at once; others are answered; what has no other admin is reported until it has one', async () => {
    const colleague = await newPerson(operator, 'colleague');
    const rogue = await newPerson(operator, 'rogue');
    await newOrganizations(operator, 'Shared', ORGANIZATIONS - ALONE, [rogue, colleague]);
    const alone = await newOrganizations(operator, 'Alone', ALONE, [rogue]);

    const started = performance.now();
    const replied = suspend(rogue);
    await vi.waitUntil(() => isSuspended(rogue), { timeout: 10_000, interval: 20 });
    const effect = performance.now() - started;
    expect((await replied).status).toBe(204);
    const reply = performance.now() - started;

    // Somebody else clicks while the organizations are checked.
    const clicks: number[] = [];
    logto.calls.reset();
    let seen = await checksOf(rogue);
    while (seen.organizations.waiting > 0) {
      const begun = performance.now();
      const page = await other.get(`/api/organizations/${halden}/members?page=${1 + (clicks.length % 3)}`);
      clicks.push(performance.now() - begun);
      expect(page.status).toBe(200);
      seen = await checksOf(rogue);
      await wait(THINKING);
    }
    const took = performance.now() - started;
    console.log(
      `suspended after ${effect.toFixed(0)} ms, replied after ${reply.toFixed(0)} ms; ${ORGANIZATIONS} checked in ` +
        `${(took / 1_000).toFixed(1)} s with ${logto.calls.total} calls; ${clicks.length} clicks of somebody else: ` +
        `p50 ${quantile(clicks, 0.5).toFixed(0)} ms, p99 ${quantile(clicks, 0.99).toFixed(0)} ms`,
    );
    expect(effect).toBeLessThan(3_000);
    expect(quantile(clicks, 0.95)).toBeLessThan(1_500);
    expect(seen.organizations).toEqual({ waiting: 0, kept: ORGANIZATIONS - ALONE, left: ALONE, gone: 0 });
    expect(seen.left.map(({ id }) => id)).toEqual(alone);
    expect(seen).toMatchObject({ startedBy: { id: demo.users.supportLead } });

    // One of them gets an admin, one is deleted.
    await makeAdmin(operator, alone[0]!, colleague);
    await operator.call('DELETE', `/organizations/${alone[1]}`);
    await vi.waitUntil(async () => (await checksOf(rogue)).organizations.left === 1, {
      timeout: 60_000,
      interval: 500,
    });
    expect((await checksOf(rogue)).left.map(({ id }) => id)).toEqual([alone[2]]);

    expect((await unsuspend(rogue)).status).toBe(204);
    expect(await checksOf(rogue)).toMatchObject({ startedAt: null, left: [] });
    expect(await isSuspended(rogue)).toBe(false);
  }, 240_000);
});
