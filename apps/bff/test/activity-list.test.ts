import type { ActivityAction, ActivityEntry, ActivityOutcome, TargetType } from '@org-portal/contract';
import { parseLinkHeader } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/database/open-database.ts';
import { newPortalData } from './harness/portal-data.ts';
import { startPortal } from './harness/portal.ts';

const { halden, pine } = demo.organizations;
const { owner: amara, admin: ingrid, ops } = demo.users;

const row = (time: Date, requestId: string) => ({
  time,
  instance: 1,
  actor_id: amara as string,
  actor_name: 'Amara Okafor',
  session: 'digest',
  organization_id: halden as string,
  organization_name: 'Halden Logistics',
  action: 'member.remove' as ActivityAction,
  target_type: 'member' as TargetType,
  target_name: '',
  request_id: requestId,
  outcome: 'succeeded' as ActivityOutcome,
});

/** More entries than are counted, of a thousand members, a minute apart; and two that stand out. */
async function manyEntries(): Promise<string> {
  const folder = await newPortalData();
  const { database, close } = await openDatabase({ folder }, { warn: () => {} });
  const start = Date.UTC(2026, 0, 1);
  for (let first = 1; first < 12_000; first += 1_000) {
    const rows = Array.from({ length: 1_000 }, (_, index) => {
      const n = first + index;
      const id = `member${n % 1000}`;
      return {
        ...row(new Date(start + n * 60_000), `request-${n}`),
        target_id: id,
        target_name: `Person ${n % 1000}`,
      };
    });
    await database.insertInto('activity').values(rows).execute();
  }
  await database
    .insertInto('activity')
    .values({
      ...row(new Date('2026-02-01T10:00Z'), 'request-a'),
      actor_id: ingrid,
      action: 'member.roles.change',
      target_name: '=HYPERLINK("https://evil.example")',
      before: JSON.stringify({ roles: [{ id: 'a', name: 'viewer' }] }),
      after: JSON.stringify({
        roles: [
          { id: 'b', name: 'admin' },
          { id: 'c', name: 'billing, “all”' },
        ],
      }),
    })
    .execute();
  await database
    .insertInto('activity')
    .values({
      ...row(new Date('2026-02-02T10:00Z'), 'request-b'),
      actor_id: 'someone',
      actor_staff_role: 'support',
      organization_id: pine,
      action: 'invitation.create',
      target_type: 'invitation',
      target_name: '100%_sure@example.com',
      reason: '工单 4711',
      outcome: 'refused',
      problem: 'invitee.invalid',
    })
    .execute();
  await close();
  return folder;
}

const portal = await startPortal({ PORTAL_DATA: await manyEntries() });
const browser = await portal.signIn(ops);
const ofHalden = `/api/organizations/${halden}/activity`;

const total = async (query: string) =>
  (await browser.get(`/api/activity?${query}`)).headers.get('total-number');
const requests = async (query: string) => {
  const entries: ActivityEntry[] = await (await browser.get(`/api/activity?${query}`)).json();
  return entries.map(({ requestId }) => requestId);
};

describe('the list', () => {
  it('is newest first, and its total is capped at 10,000: next and prev work, last is not known', async () => {
    const reply = await browser.get(`${ofHalden}?page=2&page_size=50&action=member.remove`);
    const entries: ActivityEntry[] = await reply.json();
    expect(entries).toHaveLength(50);
    expect(entries[0]?.requestId).toBe('request-11950');
    expect(reply.headers.get('total-number')).toBe('10000');
    expect(reply.headers.get('total-number-is-capped')).toBe('true');
    const link = (page: number) => `${ofHalden}?page=${page}&page_size=50&action=member.remove`;
    expect(parseLinkHeader(reply.headers.get('link')!)).toEqual({
      first: link(1),
      prev: link(1),
      next: link(3),
    });
  });

  it('goes on to its real end', async () => {
    const reply = await browser.get(`${ofHalden}?page=240&page_size=50&action=member.remove`);
    expect((await reply.json()).at(-1).requestId).toBe('request-1');
    const after = await browser.get(`${ofHalden}?page=241&page_size=50&action=member.remove`);
    expect(await after.json()).toEqual([]);
    expect(Object.keys(parseLinkHeader(after.headers.get('link')!))).toEqual(['first', 'prev']);
  });

  it('over the end is empty', async () => {
    const reply = await browser.get('/api/activity?page=99&target=member7');
    expect([reply.status, await reply.json()]).toEqual([200, []]);
  });
});

describe('a filter', () => {
  it.each([
    [`actor=${ingrid}`, ['request-a']],
    ['actor=nosuchuser', []],
    [`organization=${pine}`, ['request-b']],
    ['action=member.roles.change', ['request-a']],
    ['outcome=refused', ['request-b']],
    ['target=hyperlink', ['request-a']],
    ['target=100%25_', ['request-b']],
    ['target=%25', ['request-b']],
    ['target=_sure', ['request-b']],
    ['target=%5C', []],
    ['from=2026-02-01T10:00:00Z', ['request-b', 'request-a']],
    ['from=2026-02-01T10:00:00Z&to=2026-02-02T10:00:00Z', ['request-a']],
    ['from=2026-02-01T11:00:00%2B01:00&to=2026-02-01T10:00:01Z', ['request-a']],
    ['from=2026-01-09T08:00:00Z&action=member.remove', ['request-12000']],
    [`actor=${amara}&outcome=refused`, []],
  ])('%s', async (query, expected) => {
    expect(await requests(query)).toEqual(expected);
    expect(await total(query)).toBe(String(expected.length));
  });

  it('by target takes a whole id, or a part of a name', async () => {
    expect(await total('target=member7')).toBe('12');
    expect(await total('target=Person%207')).toBe(String(12 * 111));
  });

  it.each([
    'actor=a%2Fb',
    'action=member.create',
    'outcome=maybe',
    'from=yesterday',
    'to=2026-13-01T00:00:00Z',
    `target=${'x'.repeat(257)}`,
    'page_size=101',
    'sort=time',
    'actor=a&actor=b',
  ])('?%s is refused with the fault', async (query) => {
    const reply = await browser.get(`/api/activity?${query}`);
    expect(await reply.json()).toMatchObject({ status: 422, code: 'request.invalid' });
  });

  it('cannot name another organization under an organization’s own path', async () => {
    const reply = await browser.get(`${ofHalden}?organization=${pine}`);
    expect(reply.status).toBe(422);
  });
});

describe('the export', () => {
  it('as NDJSON has every entry once, newest first', async () => {
    const reply = await browser.get(`${ofHalden}/export?format=ndjson`);
    expect(reply.headers.get('content-type')).toBe('application/x-ndjson');
    const lines = (await reply.text()).trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as ActivityEntry);
    expect(entries).toHaveLength(12_001);
    expect(new Set(entries.map(({ id }) => id)).size).toBe(12_001);
    expect(entries[0]?.requestId).toBe('request-a');
    expect(entries.at(-1)?.requestId).toBe('request-1');
    expect(Object.keys(entries[0]!)).not.toContain('session');
  });

  // Attack: a member calls themselves by a formula, which runs in the spreadsheet of whoever opens the export.
  it('as CSV is a file for a spreadsheet, in which no name is a formula', async () => {
    const reply = await browser.get(`${ofHalden}/export?format=csv&action=member.roles.change`);
    expect(reply.headers.get('content-type')).toBe('text/csv; charset=utf-8; header=present');
    expect(reply.headers.get('content-disposition')).toMatch(/^attachment; filename="activity-[\d-]+\.csv"$/);
    const bytes = Buffer.from(await reply.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [header, row, end] = bytes.subarray(3).toString().split('\r\n');
    expect(header).toMatch(/^"time","organization_id","organization","actor_id","actor",/);
    expect(row).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
    expect(row).toContain('"viewer","admin; billing, “all”"');
    expect(end).toBe('');
  });

  it('keeps the filters, and is empty but for the header where nothing matches', async () => {
    const lines = async (query: string) =>
      (await (await browser.get(`/api/activity/export?format=csv&${query}`)).text()).trimEnd().split('\r\n');
    expect(await lines(`organization=${pine}`)).toHaveLength(2);
    expect((await lines('outcome=refused'))[1]).toContain('工单 4711');
    expect(await lines('actor=nosuchuser')).toHaveLength(1);
  });

  it.each(['', 'format=xml', 'format=csv&page=2', 'format=csv&actor=a%2Fb'])(
    '?%s is refused',
    async (query) => {
      expect((await browser.get(`/api/activity/export?${query}`)).status).toBe(422);
    },
  );
});
