import { demo } from '@org-portal/dev-logto';
import { PROBLEM_STATUS, type ProblemCode } from '@org-portal/contract';
import { afterAll, describe, expect, it } from 'vitest';
import { usual } from './authority/cells.ts';
import { rows, type Row } from './authority/expectations.ts';
import { expected } from './authority/rules.ts';
import { World, places } from './authority/world.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient, type RawRequest } from './harness/raw-client.ts';
import { startRecorder, unwritten } from './harness/upstream-recorder.ts';

const recorder = await startRecorder();
const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: recorder.origin }, { members: 40 });
recorder.target = portal.logto.origin;
const client = new RawClient(portal.origin);
const world = new World(portal);
let tried = 0;
afterAll(() => console.log(`Hostile ids, queries and bodies: ${tried} requests`));

const base = `/api/organizations/${places.own}`;

type Person = 'owner' | 'support' | 'ops';

/** A permission that is missing is told before the id is looked at. */
const refusalsOf = (actor: Person, row?: Row) =>
  row && expected(row, actor, usual(row)).status === 403 ? [400, 403, 404, 422] : [400, 404, 422];

/** Sends it as somebody. Nothing but what is written out may have gone upstream, and no change at all. */
async function refused(actor: Person, request: RawRequest, row?: Row): Promise<void> {
  const cookie = await world.cookie(actor);
  const before = recorder.sent.length;
  const headers = {
    'portal-reason': 'ticket%204711%20by%20phone',
    ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    cookie,
    origin: portal.origin,
  };
  const reply = await client.send({ ...request, headers });
  tried += 1;
  const where = `${actor} ${request.method} ${request.path.slice(0, 200)} ${request.body?.slice(0, 200) ?? ''}`;
  expect({ where, status: refusalsOf(actor, row).includes(reply.status) || reply.status }).toEqual({
    where,
    status: true,
  });
  const sent = recorder.sent.slice(before);
  expect([where, sent.flatMap(unwritten)]).toEqual([where, []]);
  expect([where, sent.filter(({ method, url }) => method !== 'GET' && url !== '/oidc/token')]).toEqual([
    where,
    [],
  ]);
  const problem = JSON.parse(reply.text) as { code: ProblemCode; status: number };
  expect([where, PROBLEM_STATUS[problem.code], reply.headers['content-type']]).toEqual([
    where,
    reply.status,
    'application/problem+json',
  ]);
}

/** Spellings of what would leave a path's segment, or upset what reads it. */
const ids = [
  ...[
    '..',
    '.',
    '%2e',
    '%2e%2e',
    '%2E%2e',
    '.%2e',
    '%2e%2e%2f',
    '..%2f..',
    '..%2F..%2Fusers',
    '%2f',
    '%2fapi%2fusers',
  ],
  ...[
    '..%5c..',
    '%5c',
    '..;',
    ';x=1',
    '%252e%252e',
    '%252f',
    '%25',
    '%c0%ae%c0%ae',
    '%c0%af',
    '%ef%bc%8f',
    '%e2%80%8b',
  ],
  ...[
    'x%00y',
    '%00',
    'x%0d%0aHost:evil',
    '%0a',
    '%09',
    '%20',
    'x%20',
    '%7f',
    '%ff',
    '%',
    '%2',
    '%zz',
    '%ED%A0%80',
  ],
  ...[
    'x%3fy=1',
    'x%23y',
    'x%26y',
    'x%40y',
    'x%2cy',
    'x*',
    "x'y",
    'x"y',
    '%3cscript%3e',
    '{id}',
    ':organizationId',
    '*',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    '[object%20Object]',
  ],
  ...[
    '%F0%9F%98%80',
    'h%C3%A4lden',
    '%E2%84%AA',
    '0',
    '-1',
    '1e9',
    'NaN',
    'a'.repeat(65),
    'a'.repeat(512),
    'a'.repeat(513),
  ],
  ...[
    'a'.repeat(10_000),
    '%41'.repeat(3_000),
    `${demo.organizations.atlas}%00`,
    `${demo.organizations.atlas}%20`,
  ],
];

// Attack: an id leads to another path of the Management API, which the portal's token may call, or breaks the portal.
describe('a hostile id in the path', () => {
  // Browsers navigate to those of the sign-in, and are led on.
  const inPaths = rows.filter(({ url }) => url.startsWith('/api/') && url.includes('/:'));
  it.each(inPaths.map((row) => [`${row.method} ${row.url}`, row] as const))('%s', async (_name, row) => {
    const parameters = [...row.url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);
    const usual: Record<string, string> = {
      organizationId: places.own,
      memberId: demo.users.viewer,
      invitationId: await world.invitation('own'),
      entryId: await world.entry('own'),
      roleId: demo.organizationRoles.viewer,
    };
    const body = row.has.role && row.changes ? '{"roleIds":[]}' : undefined;
    for (const hostile of parameters) {
      for (const id of ids) {
        const path = row.url.replace(/:(\w+)/g, (_, name: string) =>
          name === hostile ? id : (usual[name] ?? ''),
        );
        for (const actor of ['owner', 'support', 'ops'] as const) {
          await refused(actor, { method: row.method, path: path + row.query, body }, row);
        }
      }
    }
  });
});

describe('a hostile query', () => {
  const lists = rows.filter(
    (row) => row.method === 'GET' && row.url.startsWith('/api/') && !row.url.includes('openapi'),
  );
  const queries = [
    ...[
      'page=1&page=2',
      'page_size=1&page_size=100',
      'q=a&q=b',
      'q[]=a',
      'q[0]=a',
      'page[]=1',
      'page=1;page=2',
    ],
    ...[
      'page=0',
      'page=-1',
      'page=1.5',
      'page=1e999',
      'page=NaN',
      'page=',
      'page=%00',
      'page_size=101',
      'page=99999999999999999999',
    ],
    ...[
      '__proto__=x',
      '__proto__[x]=y',
      'constructor=x',
      'constructor.prototype.x=y',
      'prototype=x',
      'toString=x',
      'hasOwnProperty=1',
    ],
    ...[
      'q=%00',
      'q=a%00b',
      `q=${'x'.repeat(257)}`,
      `q=${'x'.repeat(10_000)}`,
      'Page=1',
      'sort=name',
      'organizationId=atlascartog6',
      'userId=x',
      'search=x',
      '=x',
      '%00=x',
    ],
  ];

  // Attack: the query says more than the list knows: a filter that is dropped shows everything, one that is passed on
  // may ask Logto for something else.
  it.each(lists.map((row) => [row.url, row] as const))('of %s', async (_name, row) => {
    const takesQuery = /(invitations|members|organizations|roles|activity|export)$/.test(row.url);
    if (!takesQuery) return;
    const path = row.url.replace(':organizationId', places.own);
    const actor = row.url.startsWith('/api/activity') ? 'ops' : 'owner';
    for (const query of queries) {
      const separator = row.query ? `${row.query}&` : '?';
      await refused(actor, { method: 'GET', path: `${path}${separator}${query}` });
    }
  });

  it.each(['role=a%2Fb', 'role=..', 'role=a&role=b', 'role=%00', 'role=', `role=${'a'.repeat(65)}`])(
    'of members: %s',
    (query) => refused('owner', { method: 'GET', path: `${base}/members?${query}` }),
  );

  it.each([
    ...[
      'actor=..',
      'action=x',
      'outcome=x',
      'target=%00',
      'from=x',
      'from=2026-01-01',
      'from=1',
      'from=&to=',
    ],
    ...[
      'from=2016-12-31T23:59:60Z',
      'from=2026-01-01t00:00:00z',
      'from=2026-01-01%2000:00:00Z',
      'to=2026-02-30T00:00:00Z',
    ],
    ...[
      'from=2026-01-01T00:00:00',
      'from=2026-01-01T24:00:00Z',
      'to=2026-01-01T00:00:00%2B99:00',
      'format=xml',
      'organization=x',
    ],
  ])('of the record: %s', async (query) => {
    await refused('owner', { method: 'GET', path: `${base}/activity?${query}` });
    await refused('owner', { method: 'GET', path: `${base}/activity/export?format=csv&${query}` });
  });
});

describe('a hostile body', () => {
  const soon = new Date(Date.now() + 86_400_000).toISOString();
  const invitation = { invitees: ['new.person@example.com'], roleIds: [], expiresAt: soon };
  const wrong = [
    ...[
      '[]',
      'null',
      '1',
      '"x"',
      'true',
      '{}',
      '{',
      '',
      '\0',
      '{"roleIds":[]',
      '[[[[[[[[[[',
      '{"roleIds":[],}',
    ],
    ...[
      '{"__proto__":{"roleIds":[]}}',
      '{"constructor":{"prototype":{"roleIds":[]}}}',
      '{"roleIds":[],"__proto__":{"isAdmin":true}}',
    ],
    ...[
      '{"roleIds":"x"}',
      '{"roleIds":{"0":"x","length":1}}',
      '{"roleIds":[["x"]]}',
      '{"roleIds":[{"id":"x"}]}',
      '{"roleIds":[null]}',
    ],
    ...[
      '{"roleIds":["../users"]}',
      '{"roleIds":["x\\u0000"]}',
      '{"roleIds":["__proto__"]}',
      '{"roleIds":["constructor"]}',
      '{"roleIds":[""]}',
    ],
    ...[
      '{"roleIds":["a","a"]}',
      `{"roleIds":["${'a'.repeat(10_000)}"]}`,
      '{"roleIds":[],"roleIds":["x"]}',
      '{"roleIds":[],"organizationRoleIds":["x"]}',
    ],
    ...[
      '{"roleIds":[],"userId":"x"}',
      `{"roleIds":${JSON.stringify(Array.from({ length: 51 }, (_, nth) => `r${nth}`))}}`,
      `{"roleIds":${'['.repeat(5_000)}`,
    ],
  ];

  // Attack: what the schema does not say is passed on, or an object that is none of its own is read.
  it.each(wrong.map((body, nth) => [nth, body]))('for the roles of a member (%i)', async (_nth, body) => {
    await refused('owner', { method: 'PUT', path: `${base}/members/${demo.users.viewer}/roles`, body });
  });

  it.each(
    [
      ...wrong,
      ...[
        { invitees: 'a@b.example' },
        { invitees: [] },
        { invitees: {} },
        { invitees: [['a@b.example']] },
        { invitees: Array.from({ length: 101 }, (_, nth) => `p${nth}@b.example`) },
        { invitees: ['x'.repeat(321)] },
        { expiresAt: 'tomorrow' },
        { expiresAt: '2016-12-31T23:59:60Z' },
        { expiresAt: 1e13 },
        { expiresAt: '9999-12-31T23:59:59Z' },
        { expiresAt: '2020-01-01T00:00:00Z' },
        { inviterId: demo.users.admin },
        { organizationId: demo.organizations.atlas },
        { status: 'Accepted' },
        { acceptedUserId: demo.users.viewer },
        { messagePayload: false },
        { roleIds: [demo.organizationRoles.syncAgent] },
      ].map((wrongly) => JSON.stringify({ ...invitation, ...wrongly })),
    ].map((body, nth) => [nth, body]),
  )('for an invitation (%i)', async (_nth, body) => {
    await refused('owner', { method: 'POST', path: `${base}/invitations`, body });
  });
});

// Attack: an address that no router has thought of.
it.each([
  ...[
    '//',
    '///',
    '//evil.example/api/session',
    '/\\',
    '/\\evil.example',
    '/%',
    '/%ff',
    '/api/%ff',
    '/api/..',
    '/api/../api/session',
  ],
  ...[
    '/api//session',
    '/api/session/',
    '/API/session',
    '/api/session;x',
    '/api/./session',
    '/%2e%2e/api/session',
    '*',
    '/%00',
    '/.git/config',
  ],
  ...[
    '/auth/../api/session',
    '/assets/..%2f..%2fpackage.json',
    '/assets/%2e%2e/package.json',
    '/api/openapi.json%00',
    '/?',
    '/#',
    `/${'a'.repeat(12_000)}`,
  ],
])('the address %j is a problem like any other', (path) => refused('owner', { method: 'GET', path }));

it('an address that is longer than headers may be is too large', async () => {
  const reply = await client.send({ method: 'GET', path: `/${'a'.repeat(80_000)}` });
  expect([reply.status, reply.headers['content-type'], reply.headers['connection']]).toEqual([
    413,
    'application/problem+json',
    'close',
  ]);
  expect(JSON.parse(reply.text)).toMatchObject({
    code: 'request.too_large',
    instance: reply.headers['x-request-id'],
  });
});

// Attack: an address in another spelling passes a check of what begins with /api, and a cache keeps the reply for others.
it('a reply is never to be stored, however its address is spelt', async () => {
  const cookie = await world.cookie('owner');
  for (const path of [
    '/api/session',
    '/%61pi/session',
    '/api/%73ession',
    '/%61%70%69/session',
    '/api/session?',
    '/api/session?x=.css',
  ]) {
    const reply = await client.send({ method: 'GET', path, headers: { cookie } });
    expect([path, reply.status, reply.headers['cache-control']]).toEqual([path, 200, 'no-store']);
  }
});
