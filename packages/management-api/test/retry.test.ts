import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { json, startUpstream, works, type Handler } from './upstream.ts';

/** Fails `times` times with `fail`, then works. */
const failing = (times: number, fail: Handler): Handler => {
  let left = times;
  return (request, reply) => {
    left -= 1;
    return left >= 0 ? fail(request, reply) : works(request, reply);
  };
};

describe('a read', () => {
  it.each([429, 502, 503, 504])('is repeated after %i', async (status) => {
    const { api, calls } = await startUpstream({
      api: failing(2, (_request, reply) => json(reply, status, {})),
    });
    await api.users.get('u1');
    expect(calls('/api/users')).toHaveLength(3);
  });

  it('is repeated after a reset', async () => {
    const { api, calls } = await startUpstream({ api: failing(2, (request) => request.socket.destroy()) });
    await api.users.get('u1');
    expect(calls('/api/users')).toHaveLength(3);
  });

  it.each([400, 403, 404, 422, 500, 501])('is not repeated after %i', async (status) => {
    const { api, calls } = await startUpstream({
      api: failing(9, (_request, reply) => json(reply, status, {})),
    });
    await expect(api.users.get('u1')).rejects.toThrow();
    expect(calls('/api/users')).toHaveLength(1);
  });

  it('gives up after two repetitions and says so', async () => {
    const { api, calls } = await startUpstream({
      api: failing(9, (_request, reply) => json(reply, 503, {})),
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.failed', status: 503 });
    expect(calls('/api/users')).toHaveLength(3);
  });

  it('does not wait longer than its patience, but passes Retry-After on', async () => {
    const { api, calls } = await startUpstream({
      api: failing(9, (_request, reply) => json(reply, 429, {}, { 'retry-after': '60' })),
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'request.rate_limited', retryAfter: 60 });
    expect(calls('/api/users')).toHaveLength(1);
  });
});

describe('a write', () => {
  it.each([500, 502, 503, 504])('is not repeated after %i: it may have been carried out', async (status) => {
    const { api, calls } = await startUpstream({
      api: failing(9, (_request, reply) => json(reply, status, {})),
    });
    await expect(api.members.remove('o1', 'u1')).rejects.toMatchObject({ code: 'upstream.failed' });
    expect(calls('/api/')).toHaveLength(1);
  });

  it('is not repeated after a reset', async () => {
    const { api, calls } = await startUpstream({ api: failing(9, (request) => request.socket.destroy()) });
    await expect(api.members.remove('o1', 'u1')).rejects.toMatchObject({ code: 'upstream.failed' });
    expect(calls('/api/')).toHaveLength(1);
  });

  it('is not repeated after 429, but passes Retry-After on', async () => {
    const { api, calls } = await startUpstream({
      api: failing(1, (_request, reply) => json(reply, 429, {}, { 'retry-after': '1' })),
    });
    const error = await api.members.remove('o1', 'u1').catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'request.rate_limited', retryAfter: 1, wasSent: true });
    expect(calls('/api/')).toHaveLength(1);
  });

  it('is repeated when it was never sent', async () => {
    const close = { connection: 'close' };
    const { api, calls, server } = await startUpstream({
      api: (request, reply) => works(request, reply.setHeader('connection', 'close')),
      token: (_request, reply) => json(reply, 200, { access_token: 't', expires_in: 3600 }, close),
      retry: { retries: 5, minTimeout: 100 },
    });
    const { port } = server.address() as AddressInfo;
    await api.users.get('u1');
    await new Promise((resolve) => server.close(resolve));
    const removal = api.members.remove('o1', 'u1');
    await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    await removal;
    expect(calls('/api/organizations')).toHaveLength(1);
  });
});
