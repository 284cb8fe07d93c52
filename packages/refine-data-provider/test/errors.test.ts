import { createServer } from 'node:net';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer } from './api-server.ts';

const one = { resource: 'things', id: 1 };

async function answering(status: number, type: string, body: string, headers: Record<string, string> = {}) {
  const api = await apiServer((app) =>
    app.all('/*', (_, reply) => reply.code(status).headers(headers).type(type).send(body)),
  );
  return linkDataProvider(api.url);
}

const problem = {
  type: 'about:blank',
  title: 'Unprocessable',
  status: 422,
  detail: 'Two addresses cannot be invited.',
  instance: 'req-1',
  code: 'invitee.invalid',
  errors: [
    { pointer: '/invitees/0', detail: 'No e-mail address.' },
    { pointer: '#/invitees/1/e~1mail', detail: 'A member already.' },
    { pointer: '/invitees/0', detail: 'Too long.' },
    { pointer: '', detail: 'Nothing of it.' },
    { pointer: '/__proto__', detail: 'Hm.' },
  ],
};

test('a problem becomes an HttpError whose errors name the form fields', async () => {
  const provider = await answering(422, 'application/problem+json', JSON.stringify(problem));
  const error = await provider.create({ resource: 'things', variables: {} }).catch((reason) => reason);
  expect(error).toMatchObject({
    name: 'HttpStatusError',
    kind: 'http',
    message: 'Two addresses cannot be invited.',
    statusCode: 422,
    problem,
  });
  expect(Object.entries(error.errors)).toEqual([
    ['invitees.0', ['No e-mail address.', 'Too long.']],
    ['invitees.1.e/mail', ['A member already.']],
    ['__proto__', ['Hm.']],
  ]);
});

test('members of a problem that have the wrong type are as if they were absent', async () => {
  const odd = { title: 'Gone', detail: 5, code: ['x'], errors: [{ pointer: 1 }, null], instance: 'req-2' };
  const provider = await answering(410, 'application/problem+json; charset=utf-8', JSON.stringify(odd));
  await expect(provider.getOne(one)).rejects.toMatchObject({
    message: 'Gone',
    problem: { title: 'Gone', errors: [], instance: 'req-2' },
    errors: {},
  });
});

test.each([
  ['text/html', '<h1>Bad gateway</h1>'],
  ['application/json', '{"cut'],
  ['application/json', '[]'],
])('an HTTP error with %s %s keeps its status, and names the URL', async (type, body) => {
  const provider = await answering(502, type, body);
  await expect(provider.getOne(one)).rejects.toMatchObject({
    kind: 'http',
    statusCode: 502,
    message: expect.stringMatching(/^GET http.*\/api\/things\/1 answered 502 Bad Gateway$/),
  });
});

test.each([
  ['17', 17],
  ['Thu, 01 Jan 1970 00:00:00 GMT', 0],
  ['soon', undefined],
])('Retry-After "%s" is kept as %s seconds', async (value, seconds) => {
  const provider = await answering(429, 'application/problem+json', '{}', { 'retry-after': value });
  const error = await provider.getOne(one).catch((reason) => reason);
  expect(error).toMatchObject({ kind: 'http', statusCode: 429 });
  expect(error.retryAfterSeconds).toBe(seconds);
});

test('Retry-After with a date is counted from now', async () => {
  const inAnHour = new Date(Date.now() + 3_600_000).toUTCString();
  const provider = await answering(503, 'text/plain', '', { 'retry-after': inAnHour });
  const { retryAfterSeconds } = await provider.getOne(one).catch((reason) => reason);
  expect(retryAfterSeconds).toBeGreaterThan(3500);
  expect(retryAfterSeconds).toBeLessThanOrEqual(3600);
});

test.each([
  ['text/html', '<h1>Sign in</h1>', 'with text/html where JSON is due'],
  ['application/json', '{"cut', 'JSON that cannot be read'],
  ['application/json', '[]', 'no JSON object'],
  ['text/plain', 'one', 'with text/plain where JSON is due'],
])('a success with %s %s is a malformed reply', async (type, body, message) => {
  const provider = await answering(200, type, body);
  await expect(provider.getOne(one)).rejects.toMatchObject({
    name: 'ReplyError',
    kind: 'reply',
    statusCode: 200,
    message: expect.stringContaining(message),
  });
});

test('attack: a sign-in page answers a write with 200, so that it seems done', async () => {
  const provider = await answering(200, 'text/html', '<h1>Sign in</h1>');
  await expect(provider.deleteOne(one)).rejects.toMatchObject({ kind: 'reply' });
});

test('nobody listens: a network error with its cause', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  await expect(linkDataProvider(`http://127.0.0.1:${port}`).getOne(one)).rejects.toMatchObject({
    name: 'NetworkError',
    kind: 'network',
    statusCode: 0,
    cause: expect.any(TypeError),
  });
});

test('the connection breaks within the body: a network error', async () => {
  const api = await apiServer((app) =>
    app.get('/things/1', (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      reply.raw.write('{"id":', () => reply.raw.destroy());
    }),
  );
  await expect(linkDataProvider(api.url).getOne(one)).rejects.toMatchObject({ kind: 'network' });
});

test('a reply that does not come, or not to its end, is a timeout', async () => {
  const api = await apiServer((app) => {
    app.get('/things/1', (_, reply) => void reply.hijack());
    app.get('/things/2', (_, reply) => {
      reply.hijack();
      reply.raw.writeHead(200, { 'content-type': 'application/json' });
      reply.raw.write('{"id":');
    });
  });
  const provider = linkDataProvider(api.url, { timeoutMs: 50 });
  for (const id of [1, 2]) {
    await expect(provider.getOne({ resource: 'things', id })).rejects.toMatchObject({
      name: 'TimeoutError',
      kind: 'timeout',
      message: expect.stringContaining(`/api/things/${id} was not answered within 50 ms`),
    });
  }
});

test('a GET with a body is refused', async () => {
  const provider = await answering(200, 'application/json', '{}');
  await expect(provider.custom({ url: 'things', method: 'get', payload: {} })).rejects.toMatchObject({
    kind: 'request',
  });
});
