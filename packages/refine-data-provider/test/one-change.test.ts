import type { FastifyReply, FastifyRequest } from 'fastify';
import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer } from './api-server.ts';

const options = { idempotencyHeader: 'idempotency-key', repeatMs: 10_000 };
type Answer = (request: FastifyRequest, reply: FastifyReply) => unknown;

/** Answers each POST by the next of `answers`, the last one for good. */
async function serverOf(...answers: Answer[]) {
  const keys: string[] = [];
  const api = await apiServer((app) => {
    app.post('/*', (request, reply) => {
      keys.push(String(request.headers['idempotency-key']));
      return (answers.length > 1 ? answers.shift() : answers[0])?.(request, reply);
    });
  });
  const post = (provider: ReturnType<typeof linkDataProvider>, url = 'things/1/send', payload: object = {}) =>
    provider.custom({ url, method: 'post', payload });
  return { keys, post, provider: (more = {}) => linkDataProvider(api.url, { ...options, ...more }) };
}

const done: Answer = () => ({ done: true });
const status =
  (code: number, problem: object = {}): Answer =>
  (_request, reply) =>
    reply
      .code(code)
      .type('application/problem+json')
      .send({ status: code, ...problem });
const cut: Answer = (request, reply) => {
  reply.hijack();
  request.raw.socket.destroy();
};

test('a change pressed twice is sent once, and both presses have its answer', async () => {
  const { keys, post, provider } = await serverOf(done);
  const one = provider();
  const [first, second] = await Promise.all([post(one), post(one)]);
  const third = await post(one);
  expect([first, second, third]).toEqual(Array(3).fill({ data: { done: true } }));
  expect(keys).toHaveLength(1);
});

test('a refused change pressed twice is sent once', async () => {
  const { keys, post, provider } = await serverOf(status(422));
  const one = provider();
  const results = await Promise.allSettled([post(one), post(one)]);
  expect(results.map((result) => result.status)).toEqual(['rejected', 'rejected']);
  expect(keys).toHaveLength(1);
});

test('another change in between makes the same one a new one', async () => {
  const { keys, post, provider } = await serverOf(done);
  const one = provider();
  await post(one, 'things/1/keep');
  await post(one, 'things/1/remove');
  await post(one, 'things/1/keep');
  await post(one, 'things/1/keep', { version: 2 });
  expect(new Set(keys).size).toBe(4);
});

test('a press after an answer is a new wish with a key of its own', async () => {
  const { keys, post, provider } = await serverOf(done, status(409), done);
  const one = provider({ repeatMs: 0 });
  await post(one);
  await expect(post(one)).rejects.toMatchObject({ statusCode: 409 });
  await post(one);
  expect(new Set(keys).size).toBe(3);
  expect(keys[0]).toMatch(/^"[0-9a-f]{32}"$/);
});

test.each([
  ['the connection is cut', cut],
  ['a proxy answers 502', status(502)],
  ['a proxy answers 504', status(504)],
])('where %s, the next press carries the same key', async (_name, lost) => {
  const { keys, post, provider } = await serverOf(lost, done, done);
  const one = provider({ repeatMs: 0 });
  await expect(post(one)).rejects.toThrow();
  await post(one);
  await post(one);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

// A role is given (its answer is lost), taken away, and given again: the first answer would tell what is not so any more.
test('a lost change keeps its key until something else is done to the same thing', async () => {
  const { keys, post, provider } = await serverOf(cut, done);
  const one = provider({ repeatMs: 0 });
  await expect(post(one, 'members/1/roles', { roles: ['a'] })).rejects.toThrow();
  await post(one, 'members/2/roles', { roles: ['a'] });
  await post(one, 'members/1/roles', { roles: [] });
  await post(one, 'members/1/roles', { roles: ['a'] });
  expect(new Set(keys).size).toBe(4);
});

test('while the server is at it, the answer is waited for', async () => {
  const underWay: Answer = (request, reply) =>
    status(409, { code: 'idempotency.in_progress' })(request, reply.header('retry-after', '0'));
  const { keys, post, provider } = await serverOf(underWay, underWay, done);
  expect(await post(provider())).toEqual({ data: { done: true } });
  expect(new Set(keys).size).toBe(1);
  expect(keys).toHaveLength(3);
});

test('reads, and changes where no header is named, carry no key', async () => {
  const { keys, post, provider } = await serverOf(done);
  await post(provider({ idempotencyHeader: undefined }));
  expect(keys).toEqual(['undefined']);
});
