import { demo } from '@org-portal/dev-logto';
import { expect, it, vi } from 'vitest';
import { startPortal } from './harness/portal.ts';

const { ops } = demo.users;
const portal = await startPortal({}, { members: 40 });

// Attack: an ops account is suspended, and reads on because Logto answers 500 for it, and for it alone.
it.each([
  ['500', { kind: 'status', status: 500 }],
  ['no answer', { kind: 'reset' }],
] as const)('one account for which Logto fails with %s reads nothing', async (_what, fault) => {
  const suspended = await portal.signIn(ops);
  expect((await suspended.get('/api/snapshots')).status).toBe(200);
  portal.logto.controls.fail(`GET /api/users/${ops}`, fault, 1_000_000);
  for (const path of ['/api/snapshots', '/api/activity', '/api/session'])
    await vi.waitFor(
      async () => {
        const reply = await suspended.get(path);
        expect(await reply.json()).toMatchObject({ status: 502, code: 'upstream.failed' });
      },
      { timeout: 20_000, interval: 100 },
    );
  // Then everything is down: who was refused before is not let in by that.
  portal.logto.controls.fail('/api/*', { kind: 'status', status: 503 }, 1_000_000);
  expect(await (await suspended.get('/api/snapshots')).json()).toMatchObject({ code: 'upstream.failed' });
  portal.logto.controls.clearFaults();
  await vi.waitFor(async () => expect((await suspended.get('/api/snapshots')).status).toBe(200), 10_000);
});
