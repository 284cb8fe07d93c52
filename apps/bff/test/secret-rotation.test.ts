import { demo } from '@org-portal/dev-logto';
import { expect, it } from 'vitest';
import { joinLink } from '../src/invitations/link.ts';
import { Browser } from './harness/browser.ts';
import { secrets, startPortal } from './harness/portal.ts';
import { describeWithRedis, startRedis } from './harness/redis.ts';

const OLD = secrets.SESSION_SECRET;
const NEW = 'a-new-session-secret-of-more-than-32-characters';
const { halden } = demo.organizations;
const { owner } = demo.users;
const members = `/api/organizations/${halden}/members`;

// The documented steps: every instance takes the new secret behind the old one, then in front of it.
const STEPS = { old: OLD, both: `${OLD},${NEW}`, turned: `${NEW},${OLD}` };
type Step = keyof typeof STEPS;

/** While one step is rolled out, its instances run next to those of the step before. */
const NEIGHBOURS: [Step, Step][] = [
  ['old', 'both'],
  ['both', 'old'],
  ['both', 'turned'],
  ['turned', 'both'],
  ['old', 'turned'],
];

describeWithRedis('while SESSION_SECRET is rotated', async () => {
  const portal = await startPortal({ REDIS_URL: (await startRedis()).url });
  const origins: Record<Step, string> = {
    old: portal.origin,
    both: await portal.another({ SESSION_SECRET: STEPS.both }),
    turned: await portal.another({ SESSION_SECRET: STEPS.turned }),
  };
  // Ports do not part cookies, so that the same browser reaches all instances, as behind one address.
  const at = (step: Step, browser: Browser) => new Browser(origins[step], browser.jar);

  it.each(NEIGHBOURS)('what begins at an instance of step "%s" goes on at one of "%s"', async (from, to) => {
    // A session, a page that the browser has, and a sign-in on its way to Logto.
    const browser = at(from, portal.visitor());
    const started = await browser.untilCallback(owner);
    expect((await at(to, browser).step(started.pathname + started.search)).headers.get('location')).toBe('/');
    const signedIn = at(from, portal.visitor());
    const callback = await signedIn.untilCallback(owner);
    await signedIn.step(callback.pathname + callback.search);
    const page = await signedIn.get(members);
    expect(page.status).toBe(200);

    const there = at(to, signedIn);
    expect((await there.get('/api/session')).status).toBe(200);
    const tag = { 'if-none-match': page.headers.get('etag')! };
    // The first read tells the instance what Logto has; entity tags by another secret are good from then on.
    await there.get(members);
    const session = await signedIn.get('/api/session');
    const again = await there.call('GET', '/api/session', undefined, {
      'if-none-match': session.headers.get('etag')!,
    });
    expect(again.status).toBe(304);
    expect((await there.call('GET', members, undefined, tag)).status).toBeLessThan(400);
    expect(await there.sessionCookie()).toBeDefined();
    // And back, to an instance that still runs.
    expect((await at(from, there).get('/api/session')).status).toBe(200);
  });

  it('no link is dead', async () => {
    const [invitation] = await portal.operator.call<
      { id: string; invitee: string; organizationId: string; expiresAt: number }[]
    >('GET', `/organization-invitations?organizationId=${halden}`);
    const { organizationId, invitee, expiresAt } = invitation!;
    let dead = 0;
    for (const [from, to] of NEIGHBOURS) {
      const [first = '', ...former] = STEPS[from].split(',');
      const settings = { portalUrl: new URL(portal.origin), sessionSecrets: [first, ...former] as const };
      const link = new URL(joinLink(settings, { organizationId, invitee, expiresAt, via: 'copy' }));
      const reply = await fetch(`${origins[to]}/api/join`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ token: link.hash.slice(1) }),
      });
      if (reply.status !== 200) dead += 1;
    }
    expect(dead).toBe(0);
  });

  // Attack: the old secret has leaked; cookies and links are made with it after it was taken off the list.
  it('the old secret is worthless once it is off the list', async () => {
    const after = await portal.another({ SESSION_SECRET: NEW });
    const browser = await portal.signIn(owner);
    expect((await new Browser(after, browser.jar).get('/api/session')).status).toBe(401);
  });
});
