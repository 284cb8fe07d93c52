import { describe, expect, it } from 'vitest';
import { startUpstream, works, type Handler } from '../upstream.ts';

/** Answers when it is told to, in order of arrival. */
function onDemand() {
  const open: (() => void)[] = [];
  const handler: Handler = (request, reply) => open.push(() => works(request, reply));
  return { handler, open, answerOne: () => open.shift()?.() };
}

const settled = (results: Promise<unknown>[]) => Promise.allSettled(results);

describe('whose turn it is', () => {
  it('people go before bulk work that has waited longer', async () => {
    const { handler, open, answerOne } = onDemand();
    const { api, calls } = await startUpstream({ api: handler, connections: 1 });
    const first = api.users.get('first');
    await expect.poll(() => open.length).toBe(1);
    const bulk = api.with({ priority: 'bulk' });
    const waiting = [bulk.users.get('row1'), bulk.users.get('row2'), api.users.get('person')];
    for (let answers = 0; answers < 4; answers += 1) {
      await expect.poll(() => open.length).toBe(1);
      answerOne();
    }
    await settled([first, ...waiting]);
    expect(calls('/api/').map(({ path }) => path.split('/').at(-1))).toEqual([
      'first',
      'person',
      'row1',
      'row2',
    ]);
  });

  it('organizations take turns: one’s import does not hold up another’s', async () => {
    const { handler, open, answerOne } = onDemand();
    const { api, calls } = await startUpstream({ api: handler, connections: 1 });
    const bulk = api.with({ priority: 'bulk' });
    const waiting = [0, 1, 2, 3].map((row) => bulk.members.remove('big', `row${row}`));
    waiting.push(bulk.members.remove('small', 'row0'));
    for (let answers = 0; answers < 5; answers += 1) {
      await expect.poll(() => open.length).toBe(1);
      answerOne();
    }
    await settled(waiting);
    expect(calls('/api/').map(({ path }) => path.split('/')[3])).toEqual([
      'big',
      'big',
      'small',
      'big',
      'big',
    ]);
  });

  it('bulk work leaves half of the connections to people', async () => {
    const { handler, open } = onDemand();
    const { api } = await startUpstream({ api: handler, connections: 4 });
    const stop = new AbortController();
    const bulk = api.with({ priority: 'bulk', signal: stop.signal });
    const rows = settled([1, 2, 3, 4].map((row) => bulk.users.get(`row${row}`)));
    await expect.poll(() => open.length).toBe(2);
    expect(api.budgetState().waiting).toEqual({ people: 0, bulk: 2 });
    const people = settled([1, 2].map((one) => api.with({ signal: stop.signal }).users.get(`p${one}`)));
    await expect.poll(() => open.length).toBe(4);
    stop.abort();
    await Promise.all([rows, people]);
  });

  it('while an import of 5,000 rows runs, people do not wait', { timeout: 20_000 }, async () => {
    const { api } = await startUpstream({ budget: { limit: 200, window: 4_000 } });
    const stop = new AbortController();
    const bulk = api.with({ priority: 'bulk', signal: stop.signal });
    const rows = settled(Array.from({ length: 5_000 }, (_, row) => bulk.members.remove('big', `row${row}`)));
    const waits: number[] = [];
    const until = performance.now() + 10_000;
    while (performance.now() < until) {
      const asked = performance.now();
      await Promise.all([1, 2, 3].map((call) => api.users.get(`p${waits.length}-${call}`)));
      waits.push(performance.now() - asked);
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    stop.abort();
    await rows;
    waits.sort((one, other) => one - other);
    const p95 = waits[Math.floor(waits.length * 0.95)]!;
    console.log(`people's wait for a page of three calls: p95 ${p95.toFixed(0)} ms of ${waits.length}`);
    expect(p95).toBeLessThanOrEqual(1_000);
  });
});

describe('who waits in vain', () => {
  it('is told after its patience when to come again', async () => {
    const { api, calls } = await startUpstream({
      budget: { limit: 2, window: 60_000, patience: { people: 100 } },
    });
    await api.users.get('u1');
    const error = await api.members.remove('o1', 'u2').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'request.rate_limited', retryAfter: 60, wasSent: false });
    expect(calls('/api/')).toHaveLength(1);
  });

  it('is told at once when too many wait; another organization is not', async () => {
    const { api } = await startUpstream({
      budget: { limit: 2, window: 60_000, queue: 4, patience: { people: 500 } },
    });
    await api.users.get('u1');
    const asked = performance.now();
    const times: Record<string, number> = {};
    await Promise.all(
      [['big', 'u1'] as const, ['big', 'u2'] as const, ['big', 'u3'] as const, ['small', 'u1'] as const].map(
        async ([organization, user]) => {
          const error: unknown = await api.members.remove(organization, user).catch((thrown) => thrown);
          expect(error).toMatchObject({ code: 'request.rate_limited' });
          times[`${organization} ${user}`] = performance.now() - asked;
        },
      ),
    );
    const atOnce = Object.entries(times).filter(([, time]) => time < 400);
    expect(atOnce.map(([name]) => name)).toEqual(['big u3']);
  });

  it('leaves the queue when it is aborted', async () => {
    const { api, calls } = await startUpstream({ budget: { limit: 2, window: 400 } });
    await api.users.get('u1');
    const stop = new AbortController();
    const aborted = api.with({ signal: stop.signal }).members.remove('o1', 'never');
    const other = api.users.get('u2');
    await expect.poll(() => api.budgetState().waiting.people).toBe(2);
    stop.abort(new Error('gone'));
    // So that who has put the change on record knows that nothing came of it.
    await expect(aborted).rejects.toMatchObject({ wasSent: false, cause: { message: 'gone' } });
    expect(api.budgetState().waiting.people).toBe(1);
    await other;
    expect(calls('/api/').map(({ path }) => path)).toEqual(['/api/users/u1', '/api/users/u2']);
  });

  it('is refused when the client is closed', async () => {
    const { api } = await startUpstream({ budget: { limit: 2, window: 60_000 } });
    await api.users.get('u1');
    const waiting = api.users.get('u2');
    await expect.poll(() => api.budgetState().waiting.people).toBe(1);
    const refusal = expect(waiting).rejects.toMatchObject({ code: 'upstream.failed', wasSent: false });
    await api.close();
    await refusal;
  });
});
