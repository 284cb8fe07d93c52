import { once } from 'node:events';
import { connect } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { demo } from '@org-portal/dev-logto';
import { describe, expect, it } from 'vitest';
import { scanJson } from '../src/request-body/scan-json.ts';
import { startPortal } from './harness/portal.ts';

const { halden } = demo.organizations;
const { admin, owner, viewer } = demo.users;
const LARGEST = 4 * 1024 * 1024;
const brackets = (bytes: number) => '['.repeat(bytes / 2) + ']'.repeat(bytes / 2);
const imports = `/api/organizations/${halden}/imports`;
const check = `/api/organizations/${halden}/invitations/check`;
const WEBHOOK_KEY = 'a-signing-key-of-the-webhook';

const portal = await startPortal({ LOGTO_WEBHOOK_SIGNING_KEY: WEBHOOK_KEY });

const post = async (path: string, body: string, { cookie = '', type = 'application/json' } = {}) =>
  fetch(`${portal.origin}${path}`, {
    method: 'POST',
    body,
    redirect: 'manual',
    headers: { cookie, 'content-type': type, origin: portal.origin, 'sec-fetch-site': 'same-origin' },
  });

/** Runs `act`. @returns what came of it, and the longest that the event loop stood still meanwhile (ms) */
async function longestPause<Result>(act: () => Promise<Result>): Promise<[Result, number]> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const result = await act();
  delay.disable();
  return [result, delay.max / 1e6];
}

const cookieOf = async (userId: string) => {
  const browser = await portal.signIn(userId);
  return browser.jar.getCookieString(portal.origin);
};

describe('a body that stops the whole process while it is parsed', () => {
  // Attack: without a cookie, 4 MB of brackets; JSON.parse takes seconds, and nobody is answered meanwhile.
  it('is not read from somebody who is not signed in', async () => {
    const [reply, pause] = await longestPause(() => post(imports, brackets(LARGEST)));
    expect(reply.status).toBe(401);
    expect(pause).toBeLessThan(500);
  });

  // Attack: the same at every address that takes anything from anybody.
  it.each(['/auth/sign-out', '/auth/join/x', '/api/join/x', '/api/session', '/healthz', '/nothing'])(
    'is not read at %s beyond 16 KB',
    async (path) => {
      for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
        const reply = await post(path, brackets(64 * 1024), { type });
        const { status } = reply;
        const refused = reply.headers.get('location')?.includes('request.') ? 413 : status;
        expect([404, 405, 413, 415]).toContain(refused);
      }
    },
  );

  // Attack: a viewer, who may not invite, sends it.
  it('is not read from somebody who may not send it', async () => {
    const reply = await post(imports, brackets(LARGEST), { cookie: await cookieOf(viewer) });
    expect(reply.status).toBe(403);
  });

  // Attack: an admin, or who took their session, sends what is cheap to write and dear to parse.
  it.each([
    ['arrays in arrays', brackets(LARGEST)],
    ['objects in objects', '{"a":'.repeat(400_000) + '1' + '}'.repeat(400_000)],
    ['arrays in a row', `{"rows":[${'[],'.repeat(1_000_000)}[]]}`],
    ['a million arrays in one element', `{"rows":[[${'[],'.repeat(1_000_000)}[]]]}`],
    ['a million elements outside of the outermost object', `[${'0,'.repeat(1_000_000)}0]`],
    ['one object with very many keys', `{${Array.from({ length: 250_000 }, (_, i) => `"k${i}":1`).join()}}`],
    [
      'one element with very many keys',
      `{"rows":[{${Array.from({ length: 250_000 }, (_, i) => `"${i}":1`).join()}}]}`,
    ],
    ['a number of a million digits', `{"rows":${'1'.repeat(1_000_000)}}`],
    ['text full of escapes', `{"rows":"${'\\\\'.repeat(1_000_000)}"}`],
    ['brackets that do not match', `{"rows":[${'{]'.repeat(100_000)}]}`],
  ])('is refused quickly: %s', async (_name, body) => {
    const cookie = await cookieOf(owner);
    const [reply, pause] = await longestPause(() => post(imports, body, { cookie }));
    expect([400, 422]).toContain(reply.status);
    expect(pause).toBeLessThan(500);
  });

  // Attack: who knows no key of the webhook sends it there.
  it('is not parsed at the webhook without a signature', async () => {
    const reply = await post('/webhooks/logto', brackets(200 * 1024));
    expect(reply.status).toBe(401);
  });
});

describe('a large body', () => {
  it('is taken apart and put together again exactly', async () => {
    const cookie = await cookieOf(owner);
    const invitees = Array.from({ length: 10_000 }, (_, i) => `"é\\",]}${i}${'x'.repeat(200)}"`);
    const reply = await post(check, `{ "invitees" : [\n${invitees.join(' ,\n')} ] }`, { cookie });
    expect(reply.status).toBe(200);
    const faulty = [
      `{"invitees":[${invitees.join()},]}`,
      `{"invitees":[${invitees.join()}}`,
      `{"invitees":[${invitees.join()}]`,
      `{"invitees":[${invitees.join(',,')}]}`,
      `{"invitees":[${invitees.join()}],"__proto__":{}}`,
      `{"invitees":[${invitees.join()},{"__proto__":{}}]}`,
    ];
    for (const body of faulty) expect((await post(check, body, { cookie })).status).toBe(400);
    const wrong = await post(check, `{"invitees":[${invitees.join()},[1]]}`, { cookie });
    expect(wrong.status).toBe(422);
    expect((await wrong.json()).errors[0].pointer).toContain('/invitees');
  });
});

// Attack: somebody holds back the end of a body, is suspended or signed out meanwhile, and sends it afterwards.
it.each([
  ['arrays', '[', ']'],
  ['objects', '{"a":', '}'],
])('%s are taken 16 deep, and no deeper', (_what, opening, closing) => {
  const nested = (depth: number) => Buffer.from(opening.repeat(depth) + '1' + closing.repeat(depth));
  expect([...scanJson(nested(16), 1_000)]).toEqual(expect.any(Array));
  expect(() => [...scanJson(nested(17), 1_000)]).toThrow('nested too deeply');
});

it('a change whose body was held back is not made for somebody whose session has ended meanwhile', async () => {
  const browser = await portal.signIn(admin);
  const cookie = await browser.jar.getCookieString(portal.origin);
  const body = JSON.stringify({ invitees: ['held@back.example'] });
  const socket = connect(Number(new URL(portal.origin).port), '127.0.0.1');
  await once(socket, 'connect');
  socket.write(
    `POST ${check} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\nOrigin: ${portal.origin}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body.slice(0, 5)}`,
  );
  await wait(1_200);
  await browser.call('POST', '/auth/sign-out');
  socket.write(body.slice(5));
  const reply = Buffer.concat(await socket.toArray()).toString();
  expect(reply).toMatch(/^HTTP\/1\.1 401 /);
});
