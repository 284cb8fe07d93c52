import { describe, expect, it, vi } from 'vitest';
import { freePort } from '../../../scripts/process/free-port.mjs';
import { startPortal } from './harness/portal.ts';
import { startRecorder } from './harness/upstream-recorder.ts';

const fine = { sessions: 'ok', logto: 'ok', database: 'ok', budget: 'ok' };

describe('/readyz', () => {
  it('tells of each part', async () => {
    const portal = await startPortal();
    const reply = await portal.visitor().get('/readyz');
    expect([reply.status, await reply.json()]).toEqual([200, { status: 'ok', parts: fine }]);
  });

  it('tells of all that is wrong at once, and of nothing inside', async () => {
    const port = await freePort();
    const portal = await startPortal({
      REDIS_URL: `redis://:hunter2@localhost:${port}`,
      LOGTO_M2M_SECRET: 'x',
    });
    const reply = await portal.visitor().get('/readyz');
    expect([reply.status, await reply.json()]).toEqual([
      503,
      {
        status: 'unavailable',
        problem: 'session.unavailable',
        parts: { ...fine, sessions: 'session.unavailable', logto: 'upstream.misconfigured' },
      },
    ]);
  });

  // Attack: anybody asks it again and again, while Logto fails, until the budget is used up.
  it('asks Logto no more than once a second, also while it fails', async () => {
    const recorder = await startRecorder();
    const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: recorder.origin });
    recorder.target = `http://localhost:${await freePort()}`;
    const began = performance.now();
    const before = recorder.sent.length;
    for (let times = 0; times < 30; times += 1) {
      expect((await portal.visitor().get('/readyz')).status).toBe(503);
    }
    const rounds = Math.ceil((performance.now() - began) / 1000) + 1;
    // Each round is a token request, repeated twice.
    expect(recorder.sent.length - before).toBeLessThanOrEqual(rounds * 3);
    recorder.target = portal.logto.origin;
    const recovered = async () => expect((await portal.visitor().get('/readyz')).status).toBe(200);
    await vi.waitFor(recovered, 3_000);
  });
});
