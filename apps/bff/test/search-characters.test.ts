import type { FoundPerson, Member, Organization } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal({ SUPPORT_ORGANIZATIONS: demo.organizations.halden }, { members: 700 });
const { halden, fjord } = demo.organizations;
const { admin, support, ops, owner } = demo.users;

const decomposed = (text: string) => text.normalize('NFD');
const MUNOZ = 'Ana Muñozes';
/** As somebody registered it whose keyboard gives letter and accent apart. */
const JOSE = decomposed('José Peña');
const ODD = 'Ware_house 100% \\o/';

interface People {
  munoz: string;
  jose: string;
  odd: string;
}
const people = new Map<string, People>();

beforeAll(async () => {
  for (const organization of [halden, fjord]) {
    const add = async (name: string) => {
      const { id } = await portal.operator.call<{ id: string }>('POST', '/users', { name });
      await portal.operator.call('POST', `/organizations/${organization}/users`, { userIds: [id] });
      return id;
    };
    people.set(organization, { munoz: await add(MUNOZ), jose: await add(JOSE), odd: await add(ODD) });
    // What a wildcard would take for it.
    await add('Warehouse 1000');
    await add('WareXhouse 100 Xo/');
  }
  const { id } = await portal.operator.call<{ id: string }>('POST', '/organizations', {
    name: decomposed('Señal_1'),
  });
  await portal.operator.call('POST', `/organizations/${id}/users`, { userIds: [owner] });
  await portal.operator.call('POST', '/organizations', { name: 'SenalX1' });
});

const browsers = new Map<string, ReturnType<typeof portal.signIn>>();
const ask = async <Item>(who: string, path: string, query: Record<string, string>) => {
  const browser = browsers.get(who) ?? portal.signIn(who);
  browsers.set(who, browser);
  const reply = await (await browser).get(`${path}?${new URLSearchParams(query)}`);
  expect(reply.status).toBe(200);
  const items = (await reply.json()) as Item[];
  return { items, isCapped: reply.headers.get('total-number-is-capped') === 'true' };
};
const ids = (items: readonly { id: string }[]) => items.map(({ id }) => id);

describe.each([
  ['a small organization', fjord, ops],
  ['an organization too large to compare', halden, admin],
])('members of %s', (_name, organization, who) => {
  const find = async (q: string) =>
    ids((await ask<Member>(who, `/api/organizations/${organization}/members`, { q })).items);

  // Attack: `_` and `%` find whatever somebody likes, so that a search is no search.
  it.each(['Ware_house', '100%', '\\o/', '% \\', 'e_h'])('are found by %s as it stands', async (q) => {
    expect(await find(q)).toEqual([people.get(organization)!.odd]);
  });

  it.each(['%_%', '_____', '%%', '\\\\', '\\%'])('are not found by %s, which nobody has', async (q) =>
    expect(await find(q)).toEqual([]),
  );

  it.each([MUNOZ, decomposed(MUNOZ), 'MUÑOZES', 'ana munozes', 'Munozes'])(
    'are found by %s, with accents and without',
    async (q) => expect(await find(q)).toEqual([people.get(organization)!.munoz]),
  );

  it.each([JOSE, 'José Peña', 'jose pena', 'OSÉ PEÑ'])(
    'are found by %s where Logto holds letters and accents apart',
    async (q) => expect(await find(q)).toEqual([people.get(organization)!.jose]),
  );
});

it('says where not all were compared without accents', async () => {
  const path = `/api/organizations/${halden}/members`;
  // All addresses have an `m`.
  expect(await ask<Member>(admin, path, { q: 'méz' })).toEqual({ items: [], isCapped: true });
  expect(await ask<Member>(ops, `/api/organizations/${fjord}/members`, { q: 'méz' })).toEqual({
    items: [],
    isCapped: false,
  });
});

describe.each([
  ['everywhere', ops, [halden, fjord]],
  ['within some organizations', support, [halden]],
])('people %s', (_name, who, organizations) => {
  const expected = (one: keyof People) => organizations.map((id) => people.get(id)![one]).sort();
  it.each([
    ['munozes', 'munoz'],
    ['Muñozes', 'munoz'],
    ['jose pena', 'jose'],
    ['JOSÉ', 'jose'],
    [JOSE, 'jose'],
    ['ware_house', 'odd'],
  ] as const)('are found by %s', async (q, one) => {
    for (const field of ['name', 'any']) {
      const { items } = await ask<FoundPerson>(who, '/api/people', { q, field });
      expect(ids(items).sort()).toEqual(expected(one));
    }
  });

  it('are found by the whole name, however it is composed', async () => {
    for (const q of ['José Peña', JOSE]) {
      const { items } = await ask<FoundPerson>(who, '/api/people', { q, match: 'exact' });
      expect(ids(items).sort()).toEqual(expected('jose'));
    }
  });
});

it.each([
  ['all', ops],
  ['their own', owner],
])('organizations are found with and without accents, each character for itself: %s', async (_name, who) => {
  for (const q of ['senal_', 'Señal_1', decomposed('SEÑAL_1')]) {
    const { items } = await ask<Organization>(who, '/api/organizations', { q });
    expect(items.map(({ name }) => name.normalize('NFC'))).toEqual(['Señal_1']);
  }
  expect((await ask<Organization>(who, '/api/organizations', { q: '%' })).items).toEqual([]);
});
