import { describe, expect, it } from 'vitest';
import { json, startUpstream } from './upstream.ts';

describe('the M2M token', () => {
  it('is asked for once, however many wait', async () => {
    const { api, calls } = await startUpstream();
    await Promise.all(Array.from({ length: 1000 }, (_, caller) => api.users.get(`u${caller}`)));
    expect(calls('/oidc/token')).toHaveLength(1);
    expect(calls('/api/users')).toHaveLength(1000);
  });

  it('is asked for with Basic authentication, both parts form-urlencoded (RFC 6749, 2.3.1)', async () => {
    const { api, calls } = await startUpstream();
    await api.users.get('u1');
    const basic = Buffer.from(
      calls('/oidc/token')[0]!.authorization.replace('Basic ', ''),
      'base64',
    ).toString();
    expect(basic).toBe('id%3Awith+colon:s%C3%A9cret%2B%2F');
  });

  it('is renewed once after a 401, and the call is sent again with the new one', async () => {
    const { api, calls } = await startUpstream({
      api: (request, reply) =>
        request.headers.authorization === 'Bearer token-1'
          ? json(reply, 401, { code: 'auth.unauthorized' })
          : json(reply, 204, undefined),
    });
    await Promise.all([api.members.remove('o1', 'u1'), api.members.remove('o1', 'u2')]);
    expect(calls('/oidc/token')).toHaveLength(2);
  });

  it('is renewed ahead of its end', async () => {
    const { api, calls } = await startUpstream({
      token: (_request, reply) => json(reply, 200, { access_token: 'short', expires_in: 0 }),
    });
    await api.users.get('u1');
    await api.users.get('u1');
    expect(calls('/oidc/token')).toHaveLength(2);
  });

  it('that is refused twice ends as the portal’s fault, not the person’s', async () => {
    const { api, calls } = await startUpstream({
      api: (_request, reply) => json(reply, 401, { code: 'auth.unauthorized' }),
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.misconfigured', status: 401 });
    expect(calls('/api/users')).toHaveLength(2);
  });

  it('that could not be had is asked for again by the next call', async () => {
    let isDown = true;
    const { api } = await startUpstream({
      token: (_request, reply) =>
        isDown
          ? json(reply, 401, { error: 'invalid_client' })
          : json(reply, 200, { access_token: 'token', expires_in: 3600 }),
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({
      code: 'upstream.misconfigured',
      logtoCode: 'invalid_client',
    });
    isDown = false;
    await expect(api.users.get('u1')).resolves.toMatchObject({ id: 'u1' });
  });

  it('that is none is an unexpected reply', async () => {
    const { api } = await startUpstream({ token: (_request, reply) => reply.end('<html>') });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.unexpected_response' });
  });

  it('is renewed while calls still use it, so that nobody waits for it', async () => {
    const answers: (() => void)[] = [];
    let asked = 0;
    const { api, calls } = await startUpstream({
      token: (_request, reply) => {
        asked += 1;
        const answer = () => json(reply, 200, { access_token: `t${asked}`, expires_in: 1 });
        if (asked === 1) answer();
        else answers.push(answer);
      },
    });
    await api.users.get('u1');
    await expect
      .poll(
        async () => {
          await api.users.get('u1');
          return answers.length;
        },
        { interval: 5, timeout: 2_000 },
      )
      .toBe(1);
    await api.users.get('u2');
    expect(calls('/api/users/u2')[0]!.authorization).toBe('Bearer t1');
    answers.forEach((answer) => answer());
  });

  it('needs no restart when the secret is rotated: it is asked for anew', async () => {
    let secret = 'old';
    const { api, calls } = await startUpstream({
      clientSecret: () => secret,
      token: (request, reply) =>
        request.headers.authorization === `Basic ${btoa('id%3Awith+colon:new')}`
          ? json(reply, 200, { access_token: 'token', expires_in: 3600 })
          : json(reply, 401, { error: 'invalid_client' }),
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.misconfigured' });
    secret = 'new';
    await expect(api.users.get('u1')).resolves.toMatchObject({ id: 'u1' });
    expect(calls('/oidc/token')).toHaveLength(2);
  });

  it('that cannot be had leaves no doubt about a write: it was not sent', async () => {
    const { api, calls } = await startUpstream({ token: (request) => request.socket.destroy() });
    await expect(api.members.remove('o1', 'u1')).rejects.toMatchObject({
      code: 'upstream.failed',
      wasSent: false,
    });
    expect(calls('/api/')).toEqual([]);
  });
});
