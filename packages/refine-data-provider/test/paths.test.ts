import { expect, test } from 'vitest';
import { linkDataProvider } from '../src/index.ts';
import { apiServer } from './api-server.ts';

const anything = () =>
  apiServer((app) => app.all('/*', (_, reply) => reply.header('total-number', 0).send({})));

const resource = 'organizations/{organizationId}/members';

test.each([
  ['a/b', 'a%2Fb'],
  ['../../admin', '..%2F..%2Fadmin'],
  ['%2e%2e', '%252e%252e'],
  ['%2F', '%252F'],
  ['#', '%23'],
  ['?x=1', '%3Fx%3D1'],
  ['a\\b', 'a%5Cb'],
  ['a\tb\n', 'a%09b%0A'],
  ['{id}', '%7Bid%7D'],
  ['...', '...'],
  ['李', '%E6%9D%8E'],
  [' ', '%20'],
  [7, '7'],
])('attack: an id %j leads to another path; the server sees one segment, %s', async (id, segment) => {
  const api = await anything();
  const provider = linkDataProvider(api.url);
  const meta = { organizationId: id };
  await provider.getOne({ resource, id, meta });
  await provider.create({ resource, variables: {}, meta });
  await provider.update({ resource, id, variables: {}, meta });
  await provider.deleteOne({ resource, id, meta });
  await provider.custom({
    url: `${resource}/{memberId}/roles`,
    method: 'put',
    meta: { ...meta, memberId: id },
  });
  const members = `/api/organizations/${segment}/members`;
  expect(api.seen).toEqual([
    `GET ${members}/${segment}`,
    `POST ${members}`,
    `PATCH ${members}/${segment}`,
    `DELETE ${members}/${segment}`,
    `PUT ${members}/${segment}/roles`,
  ]);
});

test.each(['', '.', '..', '\ud800', Number.NaN, ['a'], { toString: () => 'a' }, undefined, null])(
  'attack: an id %j, which no escaping makes a segment of its own, is sent nowhere',
  async (id) => {
    const api = await anything();
    const provider = linkDataProvider(api.url);
    const bad = id as string;
    const good = { organizationId: 'one' };
    for (const call of [
      () => provider.getOne({ resource, id: bad, meta: good }),
      () => provider.deleteOne({ resource, id: bad, meta: good }),
      () => provider.update({ resource, id: bad, variables: {}, meta: good }),
      () => provider.deleteOne({ resource, id: 'one', meta: { organizationId: bad } }),
      () => provider.getList({ resource, meta: { organizationId: bad } }),
      () => provider.create({ resource, variables: {}, meta: { organizationId: bad } }),
      () => provider.custom({ url: 'things/{id}', method: 'delete', meta: { id: bad } }),
    ]) {
      await expect(call()).rejects.toMatchObject({ kind: 'request' });
    }
    expect(api.seen).toEqual([]);
  },
);

test('a value that only the prototype has is missing', async () => {
  const provider = linkDataProvider((await anything()).url);
  await expect(provider.getOne({ resource: 'things/{constructor}', id: 1 })).rejects.toThrow(
    '{constructor} of "things/{constructor}/{id}" must be a string or a number, not missing',
  );
});

test('the record stands where the resource names {id}', async () => {
  const api = await anything();
  await linkDataProvider(api.url).update({ resource: 'members/{id}/roles', id: 'a/b', variables: {} });
  expect(api.seen).toEqual(['PATCH /api/members/a%2Fb/roles']);
});

test('custom takes a path below the base, or the base with it', async () => {
  const api = await anything();
  const provider = linkDataProvider(`${api.url}/`);
  await provider.custom({ url: 'things?a=1', method: 'get', query: { b: ['x', 'y'], c: undefined } });
  await provider.custom({ url: `${api.url}/things`, method: 'get' });
  expect(api.seen).toEqual(['GET /api/things?a=1&b=x&b=y', 'GET /api/things']);
});

test.each([
  'https://elsewhere.example/things',
  '//elsewhere.example/things',
  '/things',
  '',
  '../admin',
  'things/../../admin',
  'things/%2e%2e/%2E%2E/admin',
  'things\\..\\..\\admin',
  'thi\tngs',
  'things#here',
])('attack: custom is led by "%s" to another place than it says', async (url) => {
  const api = await anything();
  await expect(linkDataProvider(api.url).custom({ url, method: 'get' })).rejects.toMatchObject({
    kind: 'request',
  });
  expect(api.seen).toEqual([]);
});

test.each(['api', '', 'https://api.example/?x=1'])('"%s" is not a base URL', (base) => {
  expect(() => linkDataProvider(base)).toThrow('is not a base URL');
});
