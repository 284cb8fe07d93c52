import type {
  AccessReview,
  AccessReviewDecisions,
  AccessReviewDifferenceLine,
  AccessReviewLine,
} from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './harness/browser.ts';
import { startPortal } from './harness/portal.ts';

const { ops, support, owner, viewer } = demo.users;
const { kestrel, atlas, fjord } = demo.organizations;
const roles = demo.organizationRoles;
const dueAt = () => new Date(Date.now() + 14 * 86_400_000).toISOString();

const portal = await startPortal();
const browser = await portal.signIn(ops);
const second = await portal.signIn(await anotherOfOps());

/** @returns the id of one more person of ops */
async function anotherOfOps(): Promise<string> {
  await portal.operator.call('POST', `/users/${viewer}/roles`, { roleIds: [demo.roles.ops] });
  return viewer;
}

const begin = (input: object, from: Browser = browser) =>
  from.call('POST', '/api/access-reviews', {
    name: 'Autumn review',
    reviewerIds: [ops, viewer],
    dueAt: dueAt(),
    ...input,
  });

async function opened(input: object): Promise<AccessReview> {
  const reply = await begin(input);
  expect(reply.status).toBe(201);
  const { id } = (await reply.json()) as AccessReview;
  return vi.waitFor(
    async () => {
      const review = await one(id);
      expect(review.status).toBe('Open');
      return review;
    },
    { timeout: 30_000, interval: 20 },
  );
}

const one = async (id: string): Promise<AccessReview> =>
  (await browser.get(`/api/access-reviews/${id}`)).json();

async function all<Row>(path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = 1; ; page += 1) {
    const reply = await browser.get(`${path}${path.includes('?') ? '&' : '?'}page=${page}&page_size=100`);
    expect(reply.status).toBe(200);
    rows.push(...((await reply.json()) as Row[]));
    if (rows.length >= Number(reply.headers.get('total-number'))) return rows;
  }
}

const linesOf = (id: string, query = '') => all<AccessReviewLine>(`/api/access-reviews/${id}/lines${query}`);

async function decide(
  id: string,
  lines: Pick<AccessReviewLine, 'number' | 'version'>[],
  decision: string | null,
  from: Browser = browser,
  note?: string,
) {
  const reply = await from.call('PUT', `/api/access-reviews/${id}/decisions`, {
    lines: lines.map(({ number, version }) => ({ number, version })),
    decision,
    ...(note === undefined ? {} : { note }),
  });
  return { status: reply.status, body: (await reply.json()) as AccessReviewDecisions & { code?: string } };
}

describe('an access review', () => {
  it('says how many organizations vanished while it was read, and goes on without them', async () => {
    const { id: gone } = await portal.operator.call<{ id: string }>('POST', '/organizations', {
      name: 'Gone soon',
    });
    await portal.operator.call('DELETE', `/organizations/${gone}`);
    const review = await opened({ organizationIds: [gone, fjord] });
    expect(review.gone).toBe(1);
    const [line, ...others] = (await linesOf(review.id)).map(({ organization }) => organization);
    for (const other of others) expect(other).toEqual(line);
    expect(line?.id).toBe(fjord);
    expect(review.scope.organizationNames).toEqual([line]);
  });

  it('has a line for each role of each member of its organizations, and one for who has none', async () => {
    const { id: bare } = await portal.operator.call<{ id: string }>('POST', '/users', { name: 'Bare' });
    await portal.operator.call('POST', `/organizations/${fjord}/users`, { userIds: [bare] });
    const review = await opened({ organizationIds: [fjord, atlas] });
    const lines = await linesOf(review.id);
    expect(review.lines).toEqual({ total: lines.length, kept: 0, toRemove: 0, undecided: lines.length });
    expect(lines.map(({ number }) => number)).toEqual(lines.map((_, nth) => nth + 1));
    const expected: string[] = [];
    for (const id of [fjord, atlas]) {
      const members = await portal.operator.call<{ id: string; organizationRoles: { id: string }[] }[]>(
        'GET',
        `/organizations/${id}/users?page_size=100`,
      );
      for (const member of members)
        for (const role of member.organizationRoles.length > 0 ? member.organizationRoles : [undefined])
          expected.push([id, member.id, role?.id ?? null].join());
    }
    const found = lines.map(({ organization, person, role }) =>
      [organization.id, person.id, role?.id ?? null].join(),
    );
    expect(found.sort()).toEqual(expected.sort());
    expect(lines.find(({ person }) => person.id === bare)?.role).toBeNull();
  });

  it('has the roles that it is about alone', async () => {
    const review = await opened({ organizationIds: [atlas, kestrel], roleIds: [roles.admin, roles.owner] });
    const lines = await linesOf(review.id);
    expect(lines.length).toBeGreaterThan(0);
    for (const { role } of lines) expect([roles.admin, roles.owner]).toContain(role?.id);
  });

  it('calls its roles by name, also one that is gone', async () => {
    const named = { type: 'User', name: 'Soon gone', description: '' };
    const gone = await portal.operator.call<{ id: string }>('POST', '/organization-roles', named);
    const { id, scope } = await opened({ organizationIds: [kestrel], roleIds: [roles.admin, gone.id] });
    await portal.operator.call('DELETE', `/organization-roles/${gone.id}`);
    expect(new Map(scope.roleNames.map((role) => [role.id, role.name]))).toEqual(
      new Map([
        [roles.admin, 'admin'],
        [gone.id, named.name],
      ]),
    );
    expect((await one(id)).scope).toEqual(scope);
  });

  it('is decided line by line or many at once, with a note, and a decision can be taken back', async () => {
    const { id } = await opened({ organizationIds: [kestrel] });
    const [first, ...rest] = await linesOf(id);
    await decide(id, [first!], 'remove', browser, 'left the company');
    await decide(id, rest, 'keep');
    expect((await one(id)).lines).toMatchObject({ toRemove: 1, kept: rest.length, undecided: 0 });
    const [marked] = await linesOf(id, '?decision=remove');
    expect(marked).toMatchObject({ note: 'left the company', decidedBy: { id: ops }, version: 1 });
    await decide(id, [marked!], null);
    expect(await linesOf(id, '?decision=none')).toMatchObject([
      { number: first!.number, note: null, decidedBy: null },
    ]);
  });

  it('tells the second of two reviewers on one line, and keeps what the first decided', async () => {
    const { id } = await opened({ organizationIds: [kestrel] });
    const [line] = await linesOf(id);
    await decide(id, [line!], 'keep');
    const { status, body } = await decide(id, [line!], 'remove', second);
    expect(status).toBe(200);
    expect(body.results).toMatchObject([
      { problem: { code: 'review.line_changed' }, line: { decision: 'keep', decidedBy: { id: ops } } },
    ]);
    const both = await Promise.all([
      decide(id, [body.results[0]!.line!], 'remove'),
      decide(id, [body.results[0]!.line!], 'keep', second),
    ]);
    expect(both.filter(({ body: { results } }) => results[0]!.problem)).toHaveLength(1);
  });

  it('is decided by its reviewers alone', async () => {
    const { id } = await opened({ organizationIds: [kestrel], reviewerIds: [viewer] });
    const [line] = await linesOf(id);
    const refused = await decide(id, [line!], 'keep');
    expect([refused.status, refused.body.code]).toEqual([403, 'review.not_reviewer']);
    const close = await browser.call('POST', `/api/access-reviews/${id}/close`);
    expect(await close.json()).toMatchObject({ code: 'review.not_reviewer' });
    expect((await decide(id, [line!], 'keep', second)).body.results[0]!.problem).toBeUndefined();
  });

  it('once closed changes no more, and the next one of that scope tells what differs', async () => {
    const organizationIds = [atlas];
    const first = await opened({ organizationIds });
    const lines = await linesOf(first.id);
    await decide(first.id, lines, 'keep');
    const reply = await browser.call('POST', `/api/access-reviews/${first.id}/close`);
    expect(await reply.json()).toMatchObject({ status: 'Closed', closedBy: { id: ops } });
    const late = await decide(first.id, [{ number: 1, version: 1 }], 'remove');
    expect([late.status, late.body.code]).toEqual([409, 'review.not_open']);

    const { id: come } = await portal.operator.call<{ id: string }>('POST', '/users', { name: 'New here' });
    await portal.operator.call('POST', `/organizations/${atlas}/users`, { userIds: [come] });
    const leaving = lines.find(({ role }) => role?.id === roles.member)!;
    await portal.operator.call('DELETE', `/organizations/${atlas}/users/${leaving.person.id}`);
    const next = await opened({ organizationIds });
    expect(next.previous).toMatchObject({ id: first.id });
    const [marked] = (await linesOf(next.id)).filter(({ person }) => person.id !== come);
    await decide(next.id, await linesOf(next.id), 'keep');
    await decide(next.id, [{ ...marked!, version: 1 }], 'remove');
    const differences = await all<AccessReviewDifferenceLine>(`/api/access-reviews/${next.id}/difference`);
    expect(differences.filter(({ kind }) => kind === 'added').map(({ person }) => person.id)).toEqual([come]);
    expect(differences.filter(({ kind }) => kind === 'gone').map(({ person }) => person.id)).toContain(
      leaving.person.id,
    );
    expect(differences.filter(({ kind }) => kind === 'decided_otherwise')).toMatchObject([
      { person: { id: marked!.person.id }, before: 'keep', now: 'remove' },
    ]);
  });

  it('is saved as a file, a line each', async () => {
    const { id, lines } = await opened({ organizationIds: [kestrel] });
    const reply = await browser.get(`/api/access-reviews/${id}/export`);
    expect(reply.headers.get('content-type')).toContain('text/csv');
    const text = await reply.text();
    expect(text.trim().split('\r\n')).toHaveLength(lines.total + 1);
  });

  it('is on record: who began, closed and gave up which', async () => {
    const { id } = await opened({ organizationIds: [fjord], name: 'On record' });
    expect((await browser.call('POST', `/api/access-reviews/${id}/cancel`)).status).toBe(200);
    const entries = await (await browser.get('/api/activity?target=On%20record')).json();
    expect(entries).toMatchObject([
      { action: 'review.cancel', outcome: 'succeeded', target: { id, name: 'On record' } },
      { action: 'review.create', outcome: 'succeeded', target: { id } },
    ]);
  });

  it.each([
    ['a reviewer who is no ops', { reviewerIds: [support] }, '/reviewerIds/0'],
    ['a role that nobody can hold', { roleIds: [roles.syncAgent] }, '/roleIds/0'],
    ['a due date that is over', { dueAt: '2020-01-01T00:00:00.000Z' }, '/dueAt'],
    ['no name', { name: '  ' }, '/name'],
  ])('is refused with %s', async (_what, input, pointer) => {
    const reply = await begin({ organizationIds: [fjord], ...input });
    expect(reply.status).toBe(422);
    expect((await reply.json()).errors[0].pointer).toBe(pointer);
  });

  it('of more lines than anybody reviews is refused before it is open, and says how many', async () => {
    const small = await startPortal({}, { mostReviewLines: 5, members: 40 });
    const theirs = await small.signIn(ops);
    const reply = await begin({ organizationIds: [kestrel], reviewerIds: [ops] }, theirs);
    const { id } = (await reply.json()) as AccessReview;
    await vi.waitFor(
      async () => {
        const review = await (await theirs.get(`/api/access-reviews/${id}`)).json();
        expect(review).toMatchObject({ status: 'TooLarge' });
        expect(review.lines.total).toBeGreaterThan(5);
      },
      { timeout: 30_000, interval: 50 },
    );
    // By the newest reading of all organizations it is known before anything is read for it.
    const { id: reading } = await (await theirs.call('POST', '/api/snapshots')).json();
    await vi.waitFor(
      async () =>
        expect(await (await theirs.get(`/api/snapshots/${reading}`)).json()).toMatchObject({
          status: 'TooLarge',
        }),
      { timeout: 30_000, interval: 50 },
    );
    const refused = await begin({ reviewerIds: [ops] }, theirs);
    expect(refused.status).toBe(422);
    const problem = await refused.json();
    expect(problem).toMatchObject({ code: 'review.too_large', lines: expect.any(Number) });
    expect(problem.lines).toBeGreaterThan(5);
    expect(problem.detail).toContain(`${problem.lines} lines`);
  });

  it('is for ops alone', async () => {
    for (const other of [support, owner]) {
      const theirs = await portal.signIn(other);
      expect((await theirs.get('/api/access-reviews')).status).toBe(404);
      expect((await begin({}, theirs)).status).toBe(404);
    }
  });
});
