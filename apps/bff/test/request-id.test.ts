import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { demo } from '@org-portal/dev-logto';
import { afterAll, beforeEach, expect, it } from 'vitest';
import { startPortal } from './harness/portal.ts';

const portal = await startPortal();
const members = `/api/organizations/${demo.organizations.halden}/members`;

interface Published {
  request: { origin: string; method: string; path: string; headers: string | (string | Buffer)[] };
}

/** What left for Logto from the portal: `METHOD path`, without ids, and the request id that went along. */
const sent: [string, string | undefined][] = [];
const watch = (message: unknown) => {
  const { origin, method, path, headers } = (message as Published).request;
  if (String(origin) !== portal.logto.origin) return;
  const flat = typeof headers === 'string' ? headers.split(/: |\r\n/) : headers.map(String);
  const at = flat.findIndex((name) => name.toLowerCase() === 'x-request-id');
  sent.push([`${method} ${path.split('?', 1)[0]}`, at < 0 ? undefined : flat[at + 1]]);
};
subscribe('undici:request:create', watch);
afterAll(() => void unsubscribe('undici:request:create', watch));
beforeEach(() => void sent.splice(0));
const theirs = /^(GET \/oidc\/\.well-known|POST \/oidc\/token|\w+ \/api\/)/;
const fromPortal = () => sent.filter(([call]) => theirs.test(call));
/** The template is read at the start too, on nobody's behalf. */
const signIn = () => fromPortal().filter(([call]) => call.includes(' /oidc/'));
const lines = () =>
  portal
    .log()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

it('goes along with each call of a sign-in, and with taking the refresh token back', async () => {
  const visitor = portal.visitor();
  const began = await visitor.step('/auth/sign-in');
  expect(signIn()).toEqual([
    ['GET /oidc/.well-known/openid-configuration', began.headers.get('x-request-id')],
  ]);
  const callback = await visitor.untilCallback(demo.users.owner);
  sent.splice(0);
  const back = await visitor.step(callback.href);
  expect(signIn()).toEqual([['POST /oidc/token', back.headers.get('x-request-id')]]);
  sent.splice(0);
  await visitor.signOut();
  expect(signIn()).toEqual([['POST /oidc/token/revocation', expect.stringMatching(/^[\w-]{36}$/)]]);
});

it('goes along with each call of a page, and of a change that has a body', async () => {
  const browser = await portal.signIn(demo.users.owner);
  for (const send of [
    () => browser.get(members),
    () => browser.call('PUT', `${members}/${demo.users.viewer}/roles`, { roleIds: ['nosuchrole'] }),
    () => browser.call('DELETE', `${members}/${demo.users.suspended}`),
  ]) {
    sent.splice(0);
    const reply = await send();
    expect(fromPortal().length).toBeGreaterThan(0);
    for (const [call, id] of fromPortal()) expect(id, call).toBe(reply.headers.get('x-request-id'));
  }
});

it('is in the line of a call that failed, with no other id', async () => {
  const browser = await portal.signIn(demo.users.owner);
  await browser.get(members);
  for (let times = 0; times < 3; times += 1) {
    portal.logto.controls.fail(
      `GET ${members.slice(4)}`.replace('members', 'users').replace('GET ', 'GET /api'),
      {
        kind: 'status',
        status: 503,
      },
    );
  }
  const reply = await browser.get(`${members}?q=quentin`);
  expect(reply.status).toBe(502);
  const line = lines().find(
    ({ msg, reqId }) => /call of Logto/.test(String(msg)) && reqId === reply.headers.get('x-request-id'),
  );
  expect(line).toMatchObject({
    level: 40,
    operation: 'GET /api/organizations/{id}/users',
    outcome: 'upstream.failed',
    status: 503,
    attempts: 3,
    waited: expect.any(Number),
  });
  expect(JSON.stringify(line)).not.toMatch(new RegExp(`quentin|${demo.organizations.halden}`));
});
