import { createHmac } from 'node:crypto';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ServerResponse } from 'node:http';
import { Writable } from 'node:stream';
import { demo, portalWebhook } from '@org-portal/dev-logto';
import Fastify from 'fastify';
import { afterAll, describe, expect, it } from 'vitest';
import { loggerOptions } from '../src/logger.ts';
import { secrets, startPortal } from './harness/portal.ts';

const { signingKey } = portalWebhook;
const wrong = 'a-wrong-m2m-secret-of-a-careless-operator';
const members = `/api/organizations/${demo.organizations.halden}/members`;

/** What was really in use, by what it is. */
const inUse = new Map<string, Set<string>>();
const note = (what: string, value: string | undefined | null) => {
  if (value) inUse.set(what, (inUse.get(what) ?? new Set()).add(value));
};

/** Reads the tokens where Logto sends them. */
const watchReplies = (message: unknown) => {
  const { response } = message as { response: ServerResponse };
  const end = response.end.bind(response) as (...args: unknown[]) => ServerResponse;
  response.end = (...args: unknown[]) => {
    for (const [, name, value] of String(args[0]).matchAll(/"(\w+_token)":"([^"]+)"/g)) note(name!, value);
    return end(...args);
  };
};
/** And what the portal sends. */
const watchRequests = (message: unknown) => {
  const { headers } = (message as { request: { headers: string | string[] } }).request;
  const flat = typeof headers === 'string' ? headers : headers.join('\n');
  note('authorization', /(?:Bearer|Basic) ([\w.=+/-]+)/.exec(flat)?.[1]);
};
subscribe('http.server.request.start', watchReplies);
subscribe('undici:request:create', watchRequests);
afterAll(() => {
  unsubscribe('http.server.request.start', watchReplies);
  unsubscribe('undici:request:create', watchRequests);
});

// Attack: somebody who may read the logs, at the level that tells most, finds what opens the portal or Logto.
it('nothing that opens anything is in the log, whatever fails', { timeout: 30_000 }, async () => {
  const portal = await startPortal({ LOGTO_WEBHOOK_SIGNING_KEY: signingKey });
  const misled = await startPortal({ LOGTO_M2M_SECRET: wrong });
  const wrongApp = await startPortal({ LOGTO_APP_SECRET: `${wrong}-too` });
  for (const one of [portal, misled, wrongApp]) {
    const browser = one.visitor();
    const cookies = async () => {
      for (const { key, value } of await browser.jar.getCookies(one.origin)) note(`cookie ${key}`, value);
    };
    const callback = await browser.untilCallback(demo.users.owner);
    await cookies();
    for (const name of ['code', 'state']) note(name, callback.searchParams.get(name));
    await browser.step(callback.href);
    await cookies();
    await browser.step(callback.href);
    await browser.visit(`/auth/callbac?${callback.search}`);
    await browser.get(`/api/nothing?${callback.search}`);
    for (const kind of ['status', 'reset', 'cut', 'garbage'] as const) {
      const fault = kind === 'status' ? { kind, status: 401 } : { kind };
      one.logto.controls.fail(`GET ${members.replace('members', 'users')}`, fault);
      await browser.get(`${members}?q=${kind}`);
    }
    await browser.call('POST', `${members}/nobody/roles`, { roleIds: [secrets.SESSION_SECRET] });
    await browser.call(
      'PUT',
      `${members}/nobody/roles`,
      { password: wrong },
      { authorization: `Bearer ${wrong}` },
    );
    await browser.get('/readyz');
    const text = JSON.stringify({ event: 'User.Data.Updated', createdAt: new Date().toISOString(), wrong });
    const signature = createHmac('sha256', signingKey).update(text).digest('hex');
    note('signature', signature);
    for (const value of [signature, wrong]) {
      await fetch(`${one.origin}/webhooks/logto`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'logto-signature-sha-256': value },
        body: text,
      });
    }
    one.logto.controls.fail('POST /oidc/token/revocation', { kind: 'status', status: 500 });
    await browser.signOut();
  }
  for (const value of [...Object.values(secrets), signingKey, wrong]) note('secret', value);

  const log = [portal, misled, wrongApp].map((one) => one.log()).join('');
  expect(log).toContain('"level":40');
  expect(log).toContain('upstream.misconfigured');
  expect([...inUse.keys()]).toEqual(
    expect.arrayContaining(['code', 'state', 'authorization', 'access_token', 'refresh_token', 'id_token']),
  );
  expect([...inUse.keys()].filter((name) => name.startsWith('cookie')).length).toBeGreaterThan(1);
  for (const [what, values] of inUse) {
    for (const value of values) {
      expect(log.includes(value), `${what} in the log`).toBe(false);
      expect(log.includes(encodeURIComponent(value)), `${what} in the log`).toBe(false);
    }
  }
});

describe('an error that is logged', () => {
  const lines: string[] = [];
  const stream = new Writable({
    write: (line, _encoding, done) => {
      lines.push(String(line));
      done();
    },
  });
  const app = Fastify({ logger: { ...(loggerOptions('trace') as object), stream } });
  const SECRET = 'hunter2hunter2';
  const carrying = (message = 'it failed') =>
    Object.assign(new Error(message), {
      code: 'ECONNRESET',
      headers: { authorization: `Bearer ${SECRET}`, 'set-cookie': [`a=${SECRET}`] },
      config: { password: SECRET },
      response: new Response(SECRET, { headers: { 'x-a': SECRET } }),
      command: { name: 'auth', args: [SECRET] },
      body: SECRET,
    });

  // Attack: a library hangs the request that failed on its error, with all that was in it.
  it.each([
    ['headers', { err: carrying() }],
    ['a cause with headers', { err: new Error('x', { cause: carrying() }) }],
    ['a cause that is no error', { err: new Error('x', { cause: { access_token: SECRET } }) }],
    ['many errors in it', { err: new AggregateError([carrying()], 'x') }],
    ['a token in its message', { err: carrying(`401 for Bearer ${SECRET}`) }],
    [
      'an address in its message',
      { err: carrying(`Invalid URL: https://x/cb?code=${SECRET}&state=${SECRET}`) },
    ],
    [
      'a connection string in its message',
      { err: carrying(`no way to postgres://portal:${SECRET}@db/portal`) },
    ],
    ['a form in its message', { err: carrying(`grant_type=x&client_secret=${SECRET}`) }],
    ['JSON in its message', { err: carrying(`{"refresh_token": "${SECRET}"}`) }],
    ['something that is no error', { err: { headers: { cookie: SECRET } } }],
    ['another name', { error: carrying(), cause: carrying() }],
    ['headers beside it', { headers: { cookie: SECRET }, authorization: SECRET, refreshToken: SECRET }],
  ])('with %s keeps them to itself', (_name, fields) => {
    lines.length = 0;
    app.log.error(fields, 'it failed');
    app.log.child({}).error(fields, 'it failed');
    expect(lines).toHaveLength(2);
    expect(lines.join('')).not.toContain(SECRET);
  });

  it('tells what an operator needs: type, message, code, cause, where', () => {
    lines.length = 0;
    app.log.error({ err: new TypeError('outer', { cause: carrying() }) }, 'it failed');
    expect(JSON.parse(lines[0]!)).toMatchObject({
      err: {
        type: 'TypeError',
        message: 'outer',
        stack: expect.stringContaining('log-redaction.test') as string,
        cause: { message: 'it failed', code: 'ECONNRESET' },
      },
    });
  });
});
