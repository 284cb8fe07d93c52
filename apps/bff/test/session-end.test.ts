import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { afterwards } from './harness/afterwards.ts';
import { startPortal } from './harness/portal.ts';
import { sessionHomes } from './harness/session-homes.ts';

const homes = await sessionHomes();

/** Passes everything on to Logto, and holds replies back while `gate` is closed. */
async function startGate() {
  const waiting: (() => void)[] = [];
  const gate = { target: '', isClosed: false, arrived: () => {} };
  const server = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const passOn = () =>
      incoming.pipe(
        request(gate.target + url, { method, headers }, (reply) => {
          outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
          reply.pipe(outgoing);
        }),
      );
    if (!gate.isClosed) return void passOn();
    waiting.push(passOn);
    gate.arrived();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterwards(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { gate, origin, open: () => waiting.splice(0).forEach((passOn) => passOn()) };
}

// Attack: a request that is under way while its owner signs out saves the session anew when it ends, and whoever
// has a copy of the cookie goes on.
it.each(homes)('a session %s that has ended stays ended, whatever is still under way', async (_name, env) => {
  const { gate, origin, open } = await startGate();
  const portal = await startPortal({ ...env, LOGTO_MANAGEMENT_ENDPOINT: origin });
  gate.target = portal.logto.origin;
  const browser = await portal.signIn(demo.users.owner);
  const path = `/api/organizations/${demo.organizations.halden}/members`;
  expect((await browser.get(path)).status).toBe(200);
  const stolen = await browser.sessionCookie();

  const underWay = new Promise<void>((resolve) => (gate.arrived = resolve));
  gate.isClosed = true;
  const slow = browser.get(path);
  await underWay;
  await browser.step('/auth/sign-out', { method: 'POST', headers: { origin: portal.origin } });
  gate.isClosed = false;
  open();
  expect((await slow).status).toBe(200);

  const thief = portal.visitor();
  await thief.jar.setCookie(`portal-session=${stolen}; Path=/`, portal.origin);
  expect((await thief.get('/api/session')).status).toBe(401);
  expect((await browser.get('/api/session')).status).toBe(401);
});
