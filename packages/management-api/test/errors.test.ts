import { describe, expect, it } from 'vitest';
import { json, startUpstream } from './upstream.ts';

describe('a reply of Logto becomes', () => {
  it.each([
    [400, { code: 'guard.invalid_input', message: 'The request body is invalid.' }, 'request.invalid'],
    [403, { code: 'auth.forbidden' }, 'upstream.misconfigured'],
    [403, { code: 'subscription.limit_exceeded' }, 'quota.exceeded'],
    [404, { code: 'entity.not_found' }, 'resource.not_found'],
    [422, { code: 'entity.unique_integrity_violation' }, 'request.invalid'],
    [500, { code: 'internal' }, 'upstream.failed'],
    [501, { code: 'connector.not_found' }, 'email.not_configured'],
    [302, {}, 'upstream.unexpected_response'],
  ] as const)('%i %o → %s %s', async (status, body, code) => {
    const { api } = await startUpstream({ api: (_request, reply) => json(reply, status, body) });
    await expect(api.users.get('u1')).rejects.toMatchObject({ name: 'ManagementApiError', code, status });
  });

  it('field faults with pointers', async () => {
    const issues = [{ path: ['userIds', 0], message: 'Required' }];
    const { api } = await startUpstream({
      api: (_request, reply) => json(reply, 400, { code: 'guard.invalid_input', data: { issues } }),
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({
      errors: [{ pointer: '/userIds/0', detail: 'Required' }],
    });
  });

  it.each([
    ['no JSON', '<html>'],
    ['half of it', '{"id":"u1"'],
    ['JSON of another shape', '{"id":1}'],
  ])('upstream.unexpected_response when it is %s', async (_name, body) => {
    const { api } = await startUpstream({ api: (_request, reply) => reply.end(body) });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.unexpected_response' });
  });

  it('upstream.unexpected_response when a list has no Total-Number', async () => {
    const { api } = await startUpstream({ api: (_request, reply) => json(reply, 200, []) });
    await expect(api.members.list('o1', { page: 1, pageSize: 20 })).rejects.toMatchObject({
      code: 'upstream.unexpected_response',
    });
  });

  it('upstream.timeout when there is none in time', async () => {
    const { api } = await startUpstream({ api: () => undefined, timeout: 200 });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.timeout' });
  });

  it('upstream.timeout when it stops in the middle', async () => {
    const { api } = await startUpstream({
      api: (_request, reply) => void reply.write('{"id":'),
      timeout: 200,
    });
    await expect(api.users.get('u1')).rejects.toMatchObject({ code: 'upstream.timeout' });
  });
});
