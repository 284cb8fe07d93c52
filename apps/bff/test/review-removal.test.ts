import type { ActivityEntry } from '@org-portal/contract';
import { demo, portalWebhook } from '@org-portal/dev-logto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';
import {
  REASON,
  admin,
  closedReview,
  finished,
  heldBy,
  linesOf,
  member,
  newOrganization,
  openReview,
  owner,
  remove,
  showReview,
  viewer,
} from './removals/closed-review.ts';

const { ops, opsLead, support } = demo.users;
/** Milliseconds that Logto may still do what it has not answered. */
const LATE = 2_000;
const portal = await startPortal({ LOGTO_WEBHOOK_SIGNING_KEY: portalWebhook.signingKey }, { late: LATE });
const { operator } = portal;
const { controls, calls } = portal.logto;
const lead = await portal.signIn(opsLead);
const PUT = 'PUT /api/organizations/{id}/users/{userId}/roles';
const DELETE = 'DELETE /api/organizations/{id}/users/{userId}';
afterEach(() => controls.reset());

const all = () => true;
const states = async (id: string) =>
  (await linesOf(lead, id)).map(({ removal }) => [removal?.state, removal?.problem?.code ?? null]);
const recordOf = async (organization: string): Promise<ActivityEntry[]> =>
  (await lead.get(`/api/activity?organization=${organization}&page_size=100`)).json();
const setRoles = (organization: string, userId: string, organizationRoleIds: string[]) =>
  operator.call('PUT', `/organizations/${organization}/users/${userId}/roles`, { organizationRoleIds });

describe('removing what a closed review marked', () => {
  it('takes away that role, or the bare membership, and nothing else; with its reason on record', async () => {
    const { id: place, people } = await newOrganization(operator, 'Plain', [
      [admin],
      [member, viewer],
      [member],
      [],
    ]);
    const [boss = '', both = '', one = '', bare = ''] = people;
    const id = await closedReview(
      lead,
      [place],
      (line) => line.role?.id === member || line.person.id === bare,
    );
    const asked = await remove(lead, id);
    expect(asked).toMatchObject({
      status: 202,
      body: { removal: { startedBy: { id: opsLead } }, lines: { total: 5, toRemove: 3 } },
    });
    const { removal } = await finished(lead, id);
    expect(removal?.counts).toEqual({ waiting: 0, removed: 3, gone: 0, refused: 0, failed: 0 });
    expect(await heldBy(operator, place, boss)).toEqual(['admin']);
    expect(await heldBy(operator, place, both)).toEqual(['viewer']);
    expect(await heldBy(operator, place, one)).toEqual([]);
    expect(await heldBy(operator, place, bare)).toBeUndefined();

    const entries = await recordOf(place);
    const by = { actor: { id: opsLead, staffRole: 'ops' }, outcome: 'succeeded', reason: REASON };
    expect(entries.reverse()).toMatchObject([
      { action: 'member.roles.change', target: { id: both }, after: { roles: [{ id: viewer }] }, ...by },
      { action: 'member.roles.change', target: { id: one }, after: { roles: [] }, ...by },
      { action: 'member.remove', target: { id: bare }, ...by },
    ]);
    const began: ActivityEntry[] = await (await lead.get(`/api/activity?target=${id}`)).json();
    expect(began[0]).toMatchObject({ action: 'review.remove', outcome: 'succeeded', reason: REASON });

    expect((await linesOf(lead, id, '&removal=removed')).map(({ number }) => number)).toEqual(
      [3, 4, 5].map(() => expect.any(Number)),
    );
    const [kept] = (await linesOf(lead, id)).filter(({ decision }) => decision === null);
    expect(kept?.removal).toBeNull();
    const file = await (await lead.get(`/api/access-reviews/${id}/export`)).text();
    const [head = '', ...rest] = file.trim().split('\r\n');
    expect(head).toContain(
      '"removal","removal_problem","removal_at"'.replaceAll('"', head.includes('"removal"') ? '"' : ''),
    );
    expect(rest.filter((line) => line.includes('removed'))).toHaveLength(3);
    // Asked again, there is nothing left to do, and nothing begins.
    expect((await remove(lead, id)).body.removal).toEqual(removal);
  });

  it('tells of what somebody else had taken away that it is gone', async () => {
    const { id: place, people } = await newOrganization(operator, 'Gone', [[viewer], [viewer], [viewer], []]);
    const id = await closedReview(lead, [place], all);
    const [without = '', left = '', deleted = '', bare = ''] = people;
    await setRoles(place, without, []);
    await operator.call('DELETE', `/organizations/${place}/users/${left}`);
    await operator.call('DELETE', `/users/${deleted}`);
    await operator.call('DELETE', `/organizations/${place}/users/${bare}`);
    await remove(lead, id);
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ gone: 4, removed: 0 });
    expect(await recordOf(place)).toEqual([]);
  });

  it('refuses a membership of somebody who holds a role by now', async () => {
    const { id: place, people } = await newOrganization(operator, 'By now', [[]]);
    const id = await closedReview(lead, [place], all);
    await setRoles(place, people[0]!, [viewer]);
    await remove(lead, id);
    await finished(lead, id);
    expect(await states(id)).toEqual([['refused', 'review.line_changed']]);
    expect(await heldBy(operator, place, people[0]!)).toEqual(['viewer']);
  });

  // Attack: ops has a role taken away that the operator lets nobody take away.
  it('refuses a role above the ceiling', async () => {
    const { id: place, people } = await newOrganization(operator, 'Ceiling', [[owner, viewer], [owner]]);
    const id = await closedReview(lead, [place], all);
    await remove(lead, id);
    const { removal } = await finished(lead, id);
    expect(removal?.counts).toMatchObject({ removed: 1, refused: 2 });
    expect(await states(id)).toContainEqual(['refused', 'role.above_ceiling']);
    expect(await heldBy(operator, place, people[0]!)).toEqual(['owner']);
    const refused = (await recordOf(place)).filter(({ outcome }) => outcome === 'refused');
    expect(refused).toHaveLength(2);
    expect(refused[0]).toMatchObject({ problem: 'role.above_ceiling', reason: REASON });
  });

  // Attack: all admins of an organization are marked in one review, so that nobody is left who could object.
  it('keeps the last admin: of two who were marked exactly one stays', async () => {
    const { id: place, people } = await newOrganization(operator, 'Two admins', [[admin], [admin]]);
    const id = await closedReview(lead, [place], all);
    await remove(lead, id);
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 1, refused: 1 });
    expect(await states(id)).toEqual([
      ['removed', null],
      ['refused', 'member.last_admin'],
    ]);
    expect([await heldBy(operator, place, people[0]!), await heldBy(operator, place, people[1]!)]).toEqual([
      [],
      ['admin'],
    ]);
    // Once there is another one, the line that was refused can be tried again.
    await setRoles(place, people[0]!, [admin]);
    expect((await remove(lead, id)).body.removal).toMatchObject({ finishedAt: null, counts: { removed: 1 } });
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 2, refused: 0 });
  });

  it('tells of an organization that vanishes in the middle, and goes on elsewhere', async () => {
    const gone = await newOrganization(operator, 'Vanishes', [[viewer], [viewer], [viewer]]);
    const stays = await newOrganization(operator, 'Stays', [[viewer], [viewer]]);
    const id = await closedReview(lead, [gone.id, stays.id], all);
    calls.reset();
    controls.fail(PUT, { kind: 'slow', delayMs: 300 }, 2);
    await remove(lead, id);
    await vi.waitFor(() => expect(calls.count(PUT)).toBeGreaterThanOrEqual(2), { timeout: 10_000 });
    await operator.call('DELETE', `/organizations/${gone.id}`);
    const { removal } = await finished(lead, id);
    const lines = await linesOf(lead, id);
    const of = (place: string) =>
      lines.filter(({ organization }) => organization.id === place).map((line) => line.removal?.state);
    expect(of(stays.id)).toEqual(['removed', 'removed']);
    expect(of(gone.id).slice(1)).toEqual(['gone', 'gone']);
    expect(removal?.counts).toMatchObject({ waiting: 0, refused: 0, failed: 0 });
  });

  it('waits while Logto is away, and goes on when it is back', async () => {
    const { id: place, people } = await newOrganization(operator, 'Away', [[viewer], [viewer], [viewer]]);
    const id = await closedReview(lead, [place], all);
    controls.fail('/api/organizations/{id}/users/{userId}/roles', { kind: 'status', status: 503 }, 1_000);
    await remove(lead, id);
    await vi.waitFor(() => expect(portal.log()).toContain('a removal has to wait'), { timeout: 10_000 });
    expect((await showReview(lead, id)).removal?.counts).toMatchObject({ waiting: 3 });
    controls.clearFaults();
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 3 });
    for (const one of people) expect(await heldBy(operator, place, one)).toEqual([]);
  });

  it.each([
    ['carried out', 'cut'],
    ['not carried out', 'reset'],
  ] as const)('looks again where Logto left it without an answer: %s', async (_what, kind) => {
    const one = await newOrganization(operator, `Silent ${kind}`, [[member]]);
    const other = await newOrganization(operator, `Silent too ${kind}`, [[]]);
    const id = await closedReview(lead, [one.id, other.id], all);
    for (const call of [PUT, DELETE]) controls.fail(call, { kind });
    await remove(lead, id);
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 2, gone: 0 });
    expect(await heldBy(operator, one.id, one.people[0]!)).toEqual([]);
    expect(await heldBy(operator, other.id, other.people[0]!)).toBeUndefined();
    for (const place of [one.id, other.id]) {
      const [last, ...before] = await recordOf(place);
      expect(last).toMatchObject({ outcome: 'succeeded' });
      // It may still come while it is not known not to have come, and is not sent again until then.
      expect(before).toHaveLength(kind === 'cut' ? 0 : 1);
      for (const { outcome, time } of before) {
        expect(outcome).toBe('failed');
        expect(Date.parse(last!.time) - Date.parse(time)).toBeGreaterThan(LATE);
      }
    }
  });

  it('tells what Logto does not take, and tries it again when it is asked to', async () => {
    const { id: place } = await newOrganization(operator, 'Failed', [[viewer], [viewer]]);
    const id = await closedReview(lead, [place], all);
    controls.fail(PUT, { kind: 'status', status: 422 });
    await remove(lead, id);
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 1, failed: 1 });
    expect(await linesOf(lead, id, '&removal=failed')).toMatchObject([
      { removal: { problem: { code: 'request.invalid' } } },
    ]);
    await remove(lead, id);
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 2, failed: 0 });
  });

  it('is one, however often it is asked for while it goes on', async () => {
    const { id: place } = await newOrganization(operator, 'Often', [[viewer], [viewer]]);
    const id = await closedReview(lead, [place], all);
    controls.fail(PUT, { kind: 'slow', delayMs: 150 }, 2);
    const replies = await Promise.all([1, 2, 3, 4].map(() => remove(lead, id)));
    expect(replies.map(({ status }) => status)).toEqual([202, 202, 202, 202]);
    expect(new Set(replies.map(({ body }) => body.removal?.startedAt)).size).toBe(1);
    await finished(lead, id);
    expect(await recordOf(place)).toHaveLength(2);
  });
});

describe('whoever may not', () => {
  // Attack: ops without the right, and support with it, have roles taken away in organizations that are not theirs.
  it('removes nothing', async () => {
    const { id: place, people } = await newOrganization(operator, 'Not theirs', [[viewer]]);
    const id = await closedReview(lead, [place], all);
    const reader = await portal.signIn(ops);
    expect(await remove(reader, id)).toMatchObject({
      status: 403,
      body: { code: 'permission.missing', permission: 'change' },
    });
    await operator.call('POST', `/users/${support}/roles`, { roleIds: [demo.roles.change] });
    expect((await remove(await portal.signIn(support), id)).status).toBe(404);
    expect((await showReview(lead, id)).removal).toBeNull();
    expect(await heldBy(operator, place, people[0]!)).toEqual(['viewer']);
  });

  it('and who gives no reason removes nothing either', async () => {
    const { id: place } = await newOrganization(operator, 'Why', [[viewer]]);
    const id = await closedReview(lead, [place], all);
    expect((await remove(lead, id, {})).body.code).toBe('reason.required');
    expect((await showReview(lead, id)).removal).toBeNull();
  });

  it('nor is anything removed of a review that is open, or that marked nothing', async () => {
    const { id: place } = await newOrganization(operator, 'Open', [[viewer]]);
    const open = await openReview(lead, [place]);
    expect((await remove(lead, open.id)).body).toMatchObject({ status: 409, code: 'review.not_closed' });
    const id = await closedReview(lead, [place], () => false);
    expect((await remove(lead, id)).body).toMatchObject({ status: 409, code: 'review.nothing_to_remove' });
  });

  // Attack: whoever has just lost the right has begun a long removal before, which goes on in their name.
  it('any more: the rest is refused, until somebody takes it over who may', async () => {
    const { id: place, people } = await newOrganization(operator, 'Demoted', [[viewer], [viewer], [viewer]]);
    const id = await closedReview(lead, [place], all);
    calls.reset();
    controls.fail(PUT, { kind: 'slow', delayMs: 800 });
    await remove(lead, id);
    await vi.waitFor(() => expect(calls.count(PUT)).toBe(1), { timeout: 10_000 });
    await operator.call('DELETE', `/users/${opsLead}/roles/${demo.roles.change}`);
    await noticed(opsLead);
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 1, refused: 2 });
    expect((await states(id)).slice(1)).toEqual([
      ['refused', 'permission.missing'],
      ['refused', 'permission.missing'],
    ]);
    // Said once, not once for each line.
    expect((await recordOf(place)).filter(({ outcome }) => outcome === 'refused')).toHaveLength(1);
    expect(await heldBy(operator, place, people[2]!)).toEqual(['viewer']);
    expect((await remove(lead, id)).body.code).toBe('permission.missing');

    await operator.call('POST', `/users/${ops}/roles`, { roleIds: [demo.roles.change] });
    await noticed(ops);
    const { body } = await remove(await portal.signIn(ops), id);
    expect(body.removal).toMatchObject({ startedBy: { id: ops }, counts: { removed: 1 } });
    expect((await finished(lead, id)).removal?.counts).toMatchObject({ removed: 3, refused: 0 });
    expect((await recordOf(place))[0]).toMatchObject({ actor: { id: ops }, outcome: 'succeeded' });
  });
});

/** Logto tells of a person, and what was kept of them is gone. */
async function noticed(userId: string): Promise<void> {
  const before = portal.log().split('/webhooks/logto').length;
  await operator.call('PATCH', `/users/${userId}`, { avatar: null });
  await vi.waitFor(() => expect(portal.log().split('/webhooks/logto').length).toBeGreaterThan(before), {
    timeout: 5_000,
  });
}
