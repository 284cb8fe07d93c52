import { AsyncLocalStorage } from 'node:async_hooks';
import type { CallReport, TokenRenewal } from '@org-portal/management-api';
import { describe, expect, it } from 'vitest';
import { json, startUpstream } from './upstream.ts';

const number = expect.any(Number) as number;

describe('onCall', () => {
  it('tells the operation without ids, and what became of it', async () => {
    const reports: CallReport[] = [];
    const { api } = await startUpstream({ onCall: (report) => reports.push(report) });
    await api.with({ priority: 'bulk', requestId: 'req-1' }).members.remove('secret-org', 'secret-user');
    expect(reports).toEqual([
      {
        operation: 'DELETE /api/organizations/{id}/users/{id}',
        outcome: 'ok',
        status: 204,
        duration: number,
        waited: number,
        attempts: 1,
        priority: 'bulk',
        requestId: 'req-1',
      },
    ]);
  });

  it('tells the code of a failure, and how often it was tried', async () => {
    const reports: CallReport[] = [];
    const { api } = await startUpstream({
      onCall: (report) => reports.push(report),
      api: (_request, reply) => json(reply, 503, {}),
    });
    await expect(api.users.get('u1')).rejects.toThrow();
    expect(reports).toMatchObject([{ outcome: 'upstream.failed', status: 503, attempts: 3 }]);
  });

  it('tells how long a call waited for the budget, and that it never left', async () => {
    const reports: CallReport[] = [];
    const { api } = await startUpstream({
      onCall: (report) => reports.push(report),
      budget: { limit: 2, window: 60_000, patience: { people: 120 } },
    });
    await api.users.get('u1');
    await expect(api.users.get('u2')).rejects.toThrow();
    expect(reports[1]).toMatchObject({ outcome: 'request.rate_limited', status: undefined, attempts: 0 });
    expect(reports[1]!.waited).toBeGreaterThan(100);
  });

  it('tells once of reads that were one call', async () => {
    const reports: CallReport[] = [];
    const { api } = await startUpstream({ onCall: (report) => reports.push(report) });
    await Promise.all([api.users.get('u1'), api.users.get('u1')]);
    expect(reports).toHaveLength(1);
  });

  it('tells of a call that was aborted', async () => {
    const reports: CallReport[] = [];
    const { api, calls } = await startUpstream({
      onCall: (report) => reports.push(report),
      api: () => undefined,
    });
    const stop = new AbortController();
    const call = api.with({ signal: stop.signal }).members.remove('o1', 'u1');
    await expect.poll(() => calls('/api/').length).toBe(1);
    stop.abort(new Error('gone'));
    await expect(call).rejects.toThrow('gone');
    expect(reports).toMatchObject([{ outcome: 'aborted', attempts: 1 }]);
  });
});

it('the request id goes along to Logto', async () => {
  const { api, calls } = await startUpstream();
  await api.with({ requestId: 'req-1' }).users.get('u1');
  expect(calls('/api/')[0]!.headers['x-request-id']).toBe('req-1');
});

it('the request id may come from the surroundings of the call; reads that are one have the first one’s', async () => {
  const storage = new AsyncLocalStorage<string>();
  const { api, calls } = await startUpstream({ requestId: () => storage.getStore() });
  await Promise.all(['req-1', 'req-2'].map((id) => storage.run(id, () => api.users.get('u1'))));
  await storage.run('req-3', () => api.with({ requestId: 'req-4' }).users.get('u2'));
  await api.users.get('u3');
  const ids = (path: string) => calls(path).map(({ headers }) => headers['x-request-id']);
  expect(ids('/api/')).toEqual(['req-1', 'req-4', undefined]);
  expect(ids('/oidc/token')).toEqual(['req-1']);
});

it('onToken tells of renewals and failures', async () => {
  const renewals: TokenRenewal[] = [];
  let isRotated = true;
  const { api } = await startUpstream({
    onToken: (renewal) => renewals.push(renewal),
    token: (_request, reply) =>
      isRotated
        ? json(reply, 401, { error: 'invalid_client' })
        : json(reply, 200, { access_token: 't', expires_in: 3600 }),
  });
  await expect(api.users.get('u1')).rejects.toThrow();
  isRotated = false;
  await api.users.get('u1');
  expect(renewals).toEqual([
    { outcome: 'upstream.misconfigured', duration: number },
    { outcome: 'renewed', duration: number },
  ]);
});

// Attack: what is logged is read by more people than may hold the token.
it('nothing that is told or thrown holds the token or the secret', async () => {
  const told: unknown[] = [];
  const tell = (one: unknown) => told.push(one);
  const { api } = await startUpstream({
    onCall: tell,
    onToken: tell,
    onBudget: tell,
    api: (request) => request.socket.destroy(),
  });
  const error: unknown = await api.users.get('u1').catch((thrown: unknown) => thrown);
  const { inspect } = await import('node:util');
  const all = inspect([told, error], { depth: Infinity, showHidden: true, getters: true });
  expect(all).toContain('upstream.failed');
  expect(all).not.toMatch(/token-1|Bearer|Basic|sécret/);
});
