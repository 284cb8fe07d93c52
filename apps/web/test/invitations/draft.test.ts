import { MAX_IMPORT_ROWS, type OrganizationRole } from '@org-portal/contract';
import { describe, expect, it } from 'vitest';
import type { DraftRow } from '../../src/features/invitations/invite/draft/draft-row.ts';
import {
  addPeople,
  changeRow,
  dropOwn,
  NO_ROWS,
  removeRows,
} from '../../src/features/invitations/invite/draft/draft-rows.ts';
import {
  countStates,
  judgeRows,
  knownKey,
  type Known,
} from '../../src/features/invitations/invite/draft/judge-rows.ts';
import { planOf } from '../../src/features/invitations/invite/draft/plan.ts';
import { roleBook } from '../../src/features/invitations/invite/draft/role-book.ts';
import type { ReadPerson } from '../../src/features/invitations/invite/read/read-people.ts';

const now = new Date(2026, 10, 27, 12).getTime();
const roles = roleBook(
  [
    { id: 'r1', name: 'Viewer' },
    { id: 'r9', name: 'owner' },
  ] as OrganizationRole[],
  ['r1'],
);
const here = { id: 'here', name: 'Here' };
const there = { id: 'there', name: 'There' };
const organizations = (written?: string) =>
  written === undefined ? here : written === 'There' ? there : undefined;
const known = new Map<string, Known>([
  [knownKey('here', 'member@x.co'), 'member'],
  [knownKey('here', 'pending@x.co'), 'pending'],
  [knownKey('here', 'ada@x.co'), 'free'],
]);
const judge = (people: ReadPerson[]) =>
  judgeRows(addPeople(NO_ROWS, people).rows, { roles, organizations, known, now });

describe('judgeRows', () => {
  it.each<[string, Omit<ReadPerson, 'address'> & { address?: string }]>([
    ['ready', {}],
    ['ready', { address: 'ADA@X.co' }],
    ['ready', { roles: ['viewer'] }],
    ['ready', { roles: ['r1'], expiry: { days: 365 } }],
    ['ready', { expiry: { lastDay: new Date(2026, 10, 27) } }],
    ['ready', { organization: 'There', address: 'member@x.co' }],
    ['invalid', { address: 'ada@' }],
    ['invalid', { address: '' }],
    ['member', { address: 'Member@x.co' }],
    ['pending', { address: 'pending@x.co' }],
    ['role', { roles: ['viewer', 'owner'] }],
    ['role', { roles: ['boss'] }],
    ['expiry', { expiry: { unreadable: 'soon' } }],
    ['expiry', { expiry: { days: 366 } }],
    ['expiry', { expiry: { days: 0 } }],
    ['expiry', { expiry: { lastDay: new Date(2026, 10, 26) } }],
    ['organization', { organization: 'Nowhere' }],
  ])('says %s of %j', (state, person) => {
    expect(judge([{ address: 'ada@x.co', ...person }])[0]?.state).toBe(state);
  });

  it('takes the first of several with one address, in each organization', () => {
    const rows = judge([
      { address: 'ada@x.co' },
      { address: 'Ada@X.co', roles: ['viewer'] },
      { address: 'ada@x.co', organization: 'There' },
    ]);
    expect(rows.map(({ state }) => state)).toEqual(['ready', 'repeated', 'ready']);
  });

  it('says which rows are over the limit, without counting those that are not sent', () => {
    const people = Array.from({ length: MAX_IMPORT_ROWS + 2 }, (_, row) => ({ address: `p${row}@x.co` }));
    const counts = countStates(judge([{ address: 'bob@' }, ...people]));
    expect([...counts]).toEqual([
      ['invalid', 1],
      ['ready', MAX_IMPORT_ROWS],
      ['over', 2],
    ]);
  });

  it('names what is wrong', () => {
    expect(judge([{ address: 'ada@x.co', roles: ['viewer', 'boss', 'owner'] }])[0]?.wrong).toBe(
      'boss, owner',
    );
  });
});

describe('rows of the list', () => {
  const all = addPeople(NO_ROWS, [{ address: 'ada@x.co', roles: ['viewer'] }, { address: 'bob@' }]);
  it('are added, changed and removed one by one', () => {
    const more = addPeople(removeRows(all, new Set(['row-0'])), [{ address: 'eve@x.co' }]);
    const [bob, eve] = changeRow(more, 'row-1', { address: 'Bob@x.co', name: 'Bob' }).rows;
    expect(bob).toEqual({ id: 'row-1', address: 'bob@x.co', isAddress: true, name: 'Bob' });
    expect(eve).toEqual({ id: 'row-2', address: 'eve@x.co', isAddress: true });
  });

  it('have what is for all once their own is dropped', () => {
    expect(dropOwn(all, 'roles').rows.map((row: DraftRow) => row.roles)).toEqual([undefined, undefined]);
  });
});

describe('planOf', () => {
  const forAll = { roleIds: ['r1'], expiry: { days: 7 }, language: 'en', by: 'mail' } as const;
  const mutable = { ...forAll, roleIds: ['r1'] };
  const expiresAt = new Date(now + 7 * 86_400_000).toISOString();
  const people = (count: number) =>
    Array.from({ length: count }, (_, row): ReadPerson => ({ address: `p${row}@x.co` }));

  it('sends few that are alike at once, without those that are not ready', () => {
    expect(planOf(judge([...people(2), { address: 'bob@' }]), mutable, 'here', now)).toEqual({
      kind: 'atOnce',
      input: { invitees: ['p0@x.co', 'p1@x.co'], roleIds: ['r1'], expiresAt, language: 'en' },
    });
  });

  it.each([
    ['many', people(21), mutable],
    [
      'those with an expiry of their own',
      [...people(1), { address: 'ada@x.co', expiry: { days: 8 } }],
      mutable,
    ],
    ['those without an e-mail', people(1), { ...mutable, by: 'link' as const }],
  ])('makes an import of %s', (_, list, choice) => {
    const plan = planOf(judge(list), choice, 'here', now);
    expect(plan.kind === 'imports' && plan.batches.map(({ input }) => input.rows.length)).toEqual([
      list.length,
    ]);
  });

  it('makes one for each organization, named as the file', () => {
    const list = [
      ...people(1),
      { address: 'ada@x.co', name: 'Ada', organization: 'There', roles: ['Viewer'] },
    ];
    expect(planOf(judge(list), { ...mutable, name: 'people.csv' }, 'here', now)).toEqual({
      kind: 'imports',
      batches: [
        {
          organizationId: 'here',
          input: {
            name: 'people.csv',
            language: 'en',
            by: 'mail',
            rows: [{ invitee: 'p0@x.co', roleIds: ['r1'], expiresAt }],
          },
        },
        {
          organizationId: 'there',
          input: {
            name: 'people.csv',
            language: 'en',
            by: 'mail',
            rows: [{ invitee: 'ada@x.co', name: 'Ada', roleIds: ['r1'], expiresAt }],
          },
        },
      ],
    });
  });
});
