import { describe, expect, it } from 'vitest';
import { json, startUpstream, works, type Handler } from './upstream.ts';

function onDemand() {
  const open: (() => void)[] = [];
  const handler: Handler = (request, reply) =>
    request.method === 'GET' ? open.push(() => works(request, reply)) : works(request, reply);
  return { handler, open, answerAll: () => open.splice(0).forEach((answer) => answer()) };
}

describe('identical reads under way', () => {
  it('are one call, and its result cannot be changed by one who got it', async () => {
    const { handler, open, answerAll } = onDemand();
    const { api, calls } = await startUpstream({ api: handler });
    const reads = Array.from({ length: 32 }, () => api.users.get('u1'));
    await expect.poll(() => open.length).toBe(1);
    answerAll();
    const users = await Promise.all(reads);
    expect(calls('/api/')).toHaveLength(1);
    expect(() => Object.assign(users[0]!, { name: 'Mallory' })).toThrow(TypeError);
    expect(users[31]).toMatchObject({ name: 'Ada' });
  });

  it('are not kept: the next read asks again', async () => {
    const { api, calls } = await startUpstream();
    await api.users.get('u1');
    await api.users.get('u1');
    expect(calls('/api/')).toHaveLength(2);
  });

  it.each([
    ['another id', 'u2', undefined],
    ['another priority', 'u1', 'bulk'],
  ] as const)('differ by %s', async (_what, id, priority) => {
    const { api, calls } = await startUpstream();
    await Promise.all([api.users.get('u1'), api.with({ priority }).users.get(id)]);
    expect(calls('/api/')).toHaveLength(2);
  });

  it('share their failure', async () => {
    const { api, calls } = await startUpstream({ api: (_request, reply) => json(reply, 404, {}) });
    const results = await Promise.allSettled([api.users.get('u1'), api.users.get('u1')]);
    expect(results).toMatchObject([{ reason: { status: 404 } }, { reason: { status: 404 } }]);
    expect(calls('/api/')).toHaveLength(1);
  });

  it('go on for the others when one of those who wait is aborted', async () => {
    const { handler, open, answerAll } = onDemand();
    const { api, calls } = await startUpstream({ api: handler });
    const stop = new AbortController();
    const aborted = api.with({ signal: stop.signal }).users.get('u1');
    const other = api.with({ signal: new AbortController().signal }).users.get('u1');
    await expect.poll(() => open.length).toBe(1);
    stop.abort(new Error('gone'));
    await expect(aborted).rejects.toThrow('gone');
    answerAll();
    await expect(other).resolves.toMatchObject({ id: 'u1' });
    expect(calls('/api/')).toHaveLength(1);
  });

  it('end when all who wait are aborted', async () => {
    let isClosed = false;
    const { api, seen } = await startUpstream({
      api: (request) => request.socket.on('close', () => (isClosed = true)),
    });
    const stop = new AbortController();
    const calls = api.with({ signal: stop.signal });
    const results = Promise.allSettled([calls.users.get('u1'), calls.users.get('u1')]);
    await expect.poll(() => seen.filter(({ path }) => path === '/api/users/u1').length).toBe(1);
    stop.abort();
    await results;
    await expect.poll(() => isClosed).toBe(true);
  });
});

// Attack: somebody loses a role; a read that left before must not tell the next page that they still hold it.
describe('a read that left before a write', () => {
  it('is not handed to a caller who asks after the write began', async () => {
    const { handler, open, answerAll } = onDemand();
    const { api, calls } = await startUpstream({ api: handler });
    const before = api.users.get('u1');
    await expect.poll(() => open.length).toBe(1);
    const write = api.members.remove('o1', 'u1');
    const after = api.users.get('u1');
    await expect.poll(() => open.length).toBe(2);
    answerAll();
    await Promise.all([before, write, after]);
    expect(calls('/api/users/u1')).toHaveLength(2);
  });

  it('is not handed to a caller who asks after the write ended, even if it left while it was under way', async () => {
    const reads = onDemand();
    let finishWrite = () => undefined as unknown;
    const { api, calls } = await startUpstream({
      api: (request, reply) => {
        if (request.method === 'GET') return reads.handler(request, reply);
        finishWrite = () => works(request, reply);
        return undefined;
      },
    });
    const write = api.members.remove('o1', 'u1');
    await expect.poll(() => calls('/api/organizations').length).toBe(1);
    const during = api.users.get('u1');
    await expect.poll(() => reads.open.length).toBe(1);
    finishWrite();
    await write;
    const after = api.users.get('u1');
    await expect.poll(() => reads.open.length).toBe(2);
    reads.answerAll();
    await Promise.all([during, after]);
    expect(calls('/api/users/u1')).toHaveLength(2);
  });

  it('but one that still waits for its turn is joined: it will show the write', async () => {
    const { api, calls } = await startUpstream({ budget: { limit: 3, window: 300 } });
    await Promise.all([api.users.get('a'), api.users.get('b')]);
    const waiting = api.users.get('u1');
    await expect.poll(() => api.budgetState().waiting.people).toBe(1);
    const write = api.members.remove('o1', 'u1');
    await Promise.all([waiting, write, api.users.get('u1')]);
    expect(calls('/api/users/u1')).toHaveLength(1);
  });

  // Attack: another instance takes an admin away; a read that left before, for somebody's page, still shows them, and
  // the next change counts on them.
  it('are parted by what was written elsewhere, once that is told', async () => {
    const { handler, open, answerAll } = onDemand();
    const { api, calls } = await startUpstream({ api: handler });
    const before = api.users.get('u1');
    await expect.poll(() => open.length).toBe(1);
    api.readAnew();
    const after = api.users.get('u1');
    await expect.poll(() => open.length).toBe(2);
    answerAll();
    await Promise.all([before, after]);
    expect(calls('/api/')).toHaveLength(2);
  });
});
