import type { FoundPerson, PeopleSearch } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { beforeAll, describe, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { halden, atlas, fjord } = demo.organizations;
const { viewer } = demo.organizationRoles;
const { support, ops, owner } = demo.users;

/** Searches are many here: not each of them reads the invitations again. */
const invitationIndex = { fresh: 1_000, patience: 10_000, isFiller: false };
const portal = await startPortal({}, { invitationIndex });
const limited = await startPortal({ SUPPORT_ORGANIZATIONS: fjord }, { invitationIndex });

type Portal = typeof portal;
type Search = Omit<PeopleSearch, 'q'> & { q?: string };

const browsers = new Map<string, ReturnType<Portal['signIn']>>();
const browserOf = (one: Portal, who: string) => {
  const key = `${one.origin} ${who}`;
  const browser = browsers.get(key) ?? one.signIn(who);
  browsers.set(key, browser);
  return browser;
};
const ask = async (search: Search | string, one: Portal = portal, who: string = support) => {
  const query =
    typeof search === 'string'
      ? search
      : new URLSearchParams(Object.entries(search).map(([name, value]) => [name, String(value)]));
  return (await browserOf(one, who)).get(`/api/people?${query}`);
};
const find = async (search: Search, one: Portal = portal, who: string = support) => {
  const reply = await ask({ ...search }, one, who);
  expect(reply.status).toBe(200);
  return (await reply.json()) as FoundPerson[];
};
const ids = (found: FoundPerson[]) => found.map(({ id }) => id);

let made = 0;
interface Made {
  id: string;
  email: string;
}
/** Somebody with something odd in each field. */
const newPerson = async (one: Portal, fields: object = {}, organizationId?: string): Promise<Made> => {
  const email = `found.${(made += 1)}@people.example`;
  const body = { primaryEmail: email, ...fields };
  const { id } = await one.operator.call<{ id: string }>('POST', '/users', body);
  if (organizationId)
    await one.operator.call('POST', `/organizations/${organizationId}/users`, { userIds: [id] });
  return { id, email };
};
/** Returns once the portal knows of it. */
const invite = async (one: Portal, organizationId: string, invitee: string) => {
  const invitation = await one.operator.call<{ id: string }>('POST', '/organization-invitations', {
    organizationId,
    invitee,
    inviterId: owner,
    organizationRoleIds: [viewer],
    expiresAt: Date.now() + 86_400_000,
  });
  const browser = await browserOf(one, ops);
  const query = new URLSearchParams({ kind: 'pending', q: invitee });
  const queued = async () => (await browser.get(`/api/invitations?${query}`)).json();
  await expect.poll(queued, { timeout: 10_000 }).not.toEqual([]);
  return invitation;
};

describe.each([
  ['everywhere', portal, halden],
  ['within some organizations', limited, fjord],
] as const)('a search %s', (_name, one, organizationId) => {
  let ada: Made;
  let odd: Made;
  beforeAll(async () => {
    made += 100;
    const nth = String(made);
    ada = await newPerson(
      one,
      { name: `Ada Özil-${nth}`, username: `AdaLove${nth}`, primaryPhone: `49151777${nth}` },
      organizationId,
    );
    odd = await newPerson(one, { name: `100%_\\'"-- ${nth}; drop table users` }, organizationId);
  });

  it('by each field, a part of it or the whole, with the case or without', async () => {
    const nth = ada.email.replace(/\D/g, '');
    const number = String(Number(nth) - 1);
    const name = `Ada Özil-${number}`;
    const texts: [Search['field'], string, string][] = [
      ['email', ada.email.slice(0, -3), ada.email],
      ['name', `öZIL-${number}`, name],
      ['phone', `+49 (151) 777-${number.slice(0, 2)}`, `+49 151/777${number}`],
      ['username', `lovE${number}`, `adaLOVE${number}`],
      ['id', ada.id.slice(2), ada.id.toUpperCase()],
    ];
    for (const [field, part, whole] of texts) {
      for (const search of [{}, { field: 'any' as const }, { field: field! }]) {
        expect([field, search, ids(await find({ q: part, ...search }, one))]).toEqual([
          field,
          search,
          expect.arrayContaining([ada.id]),
        ]);
        expect(ids(await find({ q: whole, match: 'exact', ...search }, one))).toEqual([ada.id]);
        if (field !== 'phone') expect(await find({ q: part, match: 'exact', ...search }, one)).toEqual([]);
      }
      const other = field === 'name' ? 'username' : 'name';
      expect(ids(await find({ q: part, field: other }, one))).not.toContain(ada.id);
    }
    expect(await find({ q: name.toUpperCase(), field: 'name', sensitive: true }, one)).toEqual([]);
    expect(ids(await find({ q: 'Özil', field: 'name', sensitive: true }, one))).toContain(ada.id);
    expect(ids(await find({ q: name, field: 'name', match: 'exact', sensitive: true }, one))).toEqual([
      ada.id,
    ]);
    expect(await find({ q: name.toLowerCase(), match: 'exact', sensitive: true }, one)).toEqual([]);
  });

  // Attack: wildcards, quotes and SQL find everybody, or make the portal fail.
  it('takes each character for itself', async () => {
    const everybody = (await ask({ q: 'a' }, one)).headers.get('total-number');
    for (const q of ['%_\\', '0%_', '\'"--', '; drop table', '_\\', "\\'", '100%']) {
      expect([q, ids(await find({ q, field: 'name' }, one))]).toEqual([q, [odd.id]]);
      expect(ids(await find({ q }, one))).toEqual([odd.id]);
    }
    for (const q of [
      '%%',
      '___',
      '\\\\',
      '\\',
      "' or 1=1 --",
      '[a-z]*',
      '.*',
      '%a%',
      '(',
      '\u{1F600}',
      '\u200b',
    ]) {
      const reply = await ask({ q }, one);
      expect([q, reply.status]).toEqual([q, 200]);
      expect(reply.headers.get('total-number')).not.toBe(everybody);
      expect(ids((await reply.json()) as FoundPerson[]).filter((id) => id !== odd.id)).toEqual([]);
      for (const match of ['contains', 'exact'] as const)
        for (const field of ['email', 'name', 'username', 'id'] as const)
          for (const sensitive of [true, false])
            expect((await ask({ q, match, field, sensitive }, one)).status).toBe(200);
    }
  });

  it('of what cannot be looked for says what is wrong', async () => {
    const long = 'x'.repeat(10_000);
    const faulty = [
      ['', '/q'],
      ['q=', '/q'],
      ['q=%20%09', '/q'],
      [`q=${long}`, '/q'],
      ['q=a%00b', '/q'],
      ['q=a&q=b', '/q'],
      ['q[$ne]=a', ''],
      ['q=a&field=password', '/field'],
      ['q=a&match=posix', '/match'],
      ['q=a&sensitive=perhaps', '/sensitive'],
      ['q=abc&field=phone', '/q'],
      ['q=%25&field=phone', '/q'],
      ['q=a&page_size=101', '/page_size'],
    ] as const;
    for (const [query, pointer] of faulty) {
      const reply = await ask(query, one);
      const { code, errors } = await reply.json();
      expect([query.slice(0, 40), reply.status, code]).toEqual([query.slice(0, 40), 422, 'request.invalid']);
      expect(errors[0].pointer).toContain(pointer);
    }
  });

  it('comes in pages', async () => {
    const q = `paged${made}`;
    for (const nth of [1, 2, 3]) await newPerson(one, { name: `${q} ${nth}` }, organizationId);
    for (const nth of [1, 2]) await invite(one, organizationId, `${q}.${nth}@people.example`);
    const seen: string[] = [];
    for (let path: string | undefined = `/api/people?q=${q}&page_size=2`; path;) {
      const reply = await (await browserOf(one, support)).get(path);
      expect(reply.headers.get('total-number')).toBe('5');
      seen.push(...ids(await reply.json()));
      path = /<([^>]+)>; rel="?next/.exec(reply.headers.get('link') ?? '')?.[1];
    }
    expect(new Set(seen).size).toBe(5);
    expect(seen.slice(3)).toEqual([`${q}.2@people.example`, `${q}.1@people.example`]);
  });

  it('finds addresses that were invited, and has each person once', async () => {
    const email = `only.invited.${made}@people.example`;
    await invite(one, organizationId, email);
    await invite(one, organizationId, ada.email.toUpperCase());
    for (const search of [{ q: email.slice(0, 12) }, { q: email, field: 'email', match: 'exact' }] as const) {
      const found = await find(search, one);
      expect(found).toMatchObject([
        {
          id: email,
          state: one === limited ? 'not_member' : 'no_account',
          account: null,
          invited: { Pending: 1, Expired: 0 },
        },
      ]);
    }
    expect(await find({ q: email, field: 'name' }, one)).toEqual([]);
    expect(ids(await find({ q: ada.email }, one))).toEqual([ada.id]);
  });
});

describe('the card', () => {
  it('has account, memberships and invitations, with what may be done', async () => {
    const { id, email } = await newPerson(portal, { primaryPhone: '447009001', name: 'Card' }, halden);
    const invitation = await invite(portal, atlas, email);
    const browser = await portal.signIn(support);
    const reply = await browser.get(`/api/people/${id}`);
    const card = await reply.json();
    expect(card).toMatchObject({
      state: 'active',
      email,
      isLimited: false,
      account: { id, email, phone: '447009001', lastSignInAt: null },
      memberships: [
        { organization: { id: halden, access: { permissions: ['read:member', 'invite:member'] } } },
      ],
      invitations: [{ organization: { id: atlas }, invitation: { id: invitation.id, status: 'Pending' } }],
    });
    const at = await browser.get(`/api/person-at?email=${encodeURIComponent(email.toUpperCase())}`);
    expect(await at.json()).toEqual(card);
  });

  it('is of an address too, as long as there is no account', async () => {
    const email = `nobody.yet.${(made += 1)}@people.example`;
    await invite(portal, atlas, email);
    const browser = await portal.signIn(ops);
    const card = await (await browser.get(`/api/person-at?email=${email}`)).json();
    expect(card).toMatchObject({ state: 'no_account', account: null, memberships: [], email });
    expect(card.invitations).toHaveLength(1);
    expect((await browser.get('/api/person-at?email=never.heard@people.example')).status).toBe(404);
    expect((await browser.get('/api/people/nosuchperson')).status).toBe(404);
  });

  it('is for staff alone', async () => {
    const browser = await portal.signIn(owner);
    for (const path of [`/api/people/${owner}`, '/api/people?q=a', '/api/person-at?email=a@b.example'])
      expect((await browser.get(path)).status).toBe(404);
  });
});

describe('support of some organizations', () => {
  /** Status and body, but for the request id. */
  const answer = async (path: string, method = 'GET') => {
    const browser = await limited.signIn(support);
    const because = { 'portal-reason': 'ticket%204711%2C%20by%20phone' };
    const reply = await browser.call(method, path, undefined, because);
    const text = (await reply.text()).replace(/"instance":"[^"]+"/, '');
    const headers = ['total-number', 'link', 'content-length'].map((name) => reply.headers.get(name));
    return [reply.status, text, ...(method === 'GET' && reply.ok ? headers : [])];
  };

  // Attack: support of some organizations asks for exact addresses, to learn who is a customer elsewhere.
  it('gets one and the same answer for an address of elsewhere as for one of nobody', async () => {
    const outsider = await newPerson(limited, { name: 'Out Sider' }, atlas);
    const invited = `elsewhere.${made}@people.example`;
    await invite(limited, atlas, invited);
    const nobody = (email: string) => email.replace(/^[a-z]/, 'q');
    const plain = (told: unknown, email: string) =>
      JSON.stringify(told).replaceAll('%40', '@').replaceAll(email, '…');
    for (const email of [outsider.email, invited]) {
      for (const path of [
        '/api/person-at?email=',
        '/api/people?match=exact&field=email&q=',
        '/api/people?sensitive=true&q=',
        '/api/people?q=',
      ]) {
        const [of, ofNobody] = [await answer(path + email), await answer(path + nobody(email))];
        expect(plain(of, email)).toBe(plain(ofNobody, nobody(email)));
      }
    }
    for (const [path, method] of [
      ['', 'GET'],
      ['/sign-out', 'POST'],
      ['/suspend', 'POST'],
    ] as const) {
      const of = await answer(`/api/people/${outsider.id}${path}`, method);
      expect(of).toEqual(await answer(`/api/people/nosuchperson${path}`, method));
      expect(of[0]).toBe(path === '/suspend' ? 403 : 404);
    }
    expect(await answer(`/api/people/${outsider.id}`)).toEqual([404, expect.stringContaining('not_found')]);
    expect(ids(await find({ q: outsider.email }, limited, ops))).toEqual([outsider.id]);
  });

  // Attack: they look at somebody of theirs, to learn where else that person belongs.
  it('sees of their people what is in their organizations, and asks Logto for no one else', async () => {
    const both = await newPerson(limited, { name: 'Both Places' }, fjord);
    await invite(limited, atlas, both.email);
    await limited.operator.call('POST', `/organizations/${atlas}/users`, { userIds: [both.id] });
    await invite(limited, demo.organizations.pine, both.email);
    const card = await (await (await limited.signIn(support)).get(`/api/people/${both.id}`)).json();
    expect(card).toMatchObject({ isLimited: true, invitations: [] });
    expect(card.memberships).toMatchObject([{ organization: { id: fjord } }]);
    expect(JSON.stringify(card)).not.toMatch(/atlas|pine/i);
    limited.logto.calls.reset();
    await find({ q: 'both places' }, limited);
    expect(Object.keys(limited.logto.calls.all())).not.toContain('GET /api/users');
  });

  it('is not told whether somebody who was only invited has an account', async () => {
    const member = await newPerson(limited, {}, atlas);
    await invite(limited, fjord, member.email);
    const [found] = await find({ q: member.email, field: 'email' }, limited);
    expect(found).toMatchObject({ id: member.email, state: 'not_member', account: null });
    const browser = await limited.signIn(support);
    const card = await (await browser.get(`/api/person-at?email=${member.email}`)).json();
    expect(card).toMatchObject({ state: 'not_member', account: null, memberships: [] });
    expect(card.invitations).toMatchObject([{ organization: { id: fjord } }]);
  });
});
