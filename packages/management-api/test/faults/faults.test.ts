import { isManagementApiError } from '@org-portal/management-api';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { json, startUpstream, type Handler } from '../upstream.ts';
import { CALLS, worksForAll } from './calls.ts';
import { FAULTS } from './faults.ts';

const RECOVERY = 2_000;
const table: Record<string, unknown>[] = [];

afterEach(() => vi.useRealTimers());
afterAll(() => console.table(table));

it.each(Object.entries(FAULTS))('%s', { timeout: 20_000 }, async (name, fault) => {
  let isWrong = false;
  const tokens: Handler = (_request, reply) => json(reply, 200, { access_token: 't', expires_in: 3600 });
  const { api, seen, server } = await startUpstream({
    api: (request, reply) => ((isWrong && fault.api) || worksForAll)(request, reply),
    token: (request, reply) => ((isWrong && fault.token) || tokens)(request, reply),
    timeout: 300,
    deadline: 600,
  });
  const { port } = server.address() as AddressInfo;
  if (!fault.token) await api.users.get('u1');

  isWrong = true;
  if (fault.isDown) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  if (fault.clock) vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + fault.clock });
  seen.length = 0;
  const outcomes = await Promise.all(
    CALLS.map(async ([call, send]) => {
      const began = performance.now();
      const error: unknown = await send(api).then(
        () => undefined,
        (thrown: unknown) => thrown,
      );
      if (isManagementApiError(error)) expect(error.retryAfter, call).toBe(fault.retryAfter);
      else expect(error, call).toBeUndefined();
      const code = isManagementApiError(error) ? error.code : 'ok';
      return { call, code, took: performance.now() - began };
    }),
  );
  const writes = seen.filter(({ method, path }) => method !== 'GET' && path !== '/oidc/token');
  const sends = writes.map(
    (write) => writes.filter(({ method, path }) => method === write.method && path === write.path).length,
  );

  isWrong = false;
  if (fault.isDown) await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const ended = performance.now();
  const recovery = await Promise.allSettled(CALLS.map(([, send]) => send(api)));
  const recovered = performance.now() - ended;

  table.push({
    fault: name,
    code: [...new Set(outcomes.map(({ code }) => code))].join(', '),
    functions: outcomes.length,
    'slowest, ms': Math.round(Math.max(...outcomes.map(({ took }) => took))),
    'a write was sent': Math.max(0, ...sends),
    'recovered, ms': Math.round(recovered),
  });
  expect(outcomes.filter(({ code }) => code !== fault.code)).toEqual([]);
  // Logto does not act upon a call whose token it refuses.
  if (fault.code !== 'upstream.misconfigured') expect(Math.max(0, ...sends)).toBeLessThanOrEqual(1);
  expect(recovery.filter(({ status }) => status === 'rejected')).toEqual([]);
  expect(recovered).toBeLessThan(RECOVERY);
});
