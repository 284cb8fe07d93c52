import { EventEmitter, once } from 'node:events';
import { Refine, useList, useTable, type BaseRecord } from '@refinedev/core';
import { QueryClient } from '@tanstack/react-query';
import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { linkDataProvider, type DataProviderError } from '../src/index.ts';
import { apiServer, rowsTo, sendPage } from './api-server.ts';

/** Renders once and hands out what the hook gives; the query itself runs when it is asked to. */
function hook<Result>(url: string, use: () => Result) {
  let result: Result | undefined;
  const Probe = () => {
    result = use();
    return null;
  };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  renderToString(
    createElement(Refine, {
      dataProvider: linkDataProvider(url),
      options: { disableTelemetry: true, reactQuery: { clientConfig: client } },
      children: createElement(Probe),
    }),
  );
  return { result: result as Result, client };
}

const resource = 'organizations/{organizationId}/members';
const meta = { organizationId: 'a/b' };

test("useTable reads a page of a nested resource through Refine's own meta", async () => {
  const api = await apiServer((app) => app.get('/*', (_, reply) => sendPage(reply, rowsTo(45))));
  const { result } = hook(api.url, () => useTable({ resource, meta, pagination: { pageSize: 20 } }));
  const { data } = await result.tableQuery.refetch();
  expect(api.seen).toEqual(['GET /api/organizations/a%2Fb/members?page=1&page_size=20']);
  expect(data).toMatchObject({ total: 45, capped: false });
});

test('an error reaches the hook in its own type', async () => {
  const refusal = { code: 'permission.missing', instance: 'req-9' };
  const api = await apiServer((app) =>
    app.get('/*', (_, reply) => reply.code(403).type('application/problem+json').send(refusal)),
  );
  const { result } = hook(api.url, () => useList<BaseRecord, DataProviderError>({ resource, meta }));
  const asked = result.query.refetch({ throwOnError: true });
  await expect(asked).rejects.toMatchObject({ kind: 'http', statusCode: 403, problem: refusal });
});

test('a query that TanStack Query cancels is cancelled on the wire', async () => {
  const server = new EventEmitter();
  const arrived = once(server, 'arrived');
  const closed = once(server, 'closed');
  const api = await apiServer((app) =>
    app.get('/*', (request, reply) => {
      reply.hijack();
      request.raw.socket.once('close', () => server.emit('closed'));
      server.emit('arrived');
    }),
  );
  const { result, client } = hook(api.url, () => useList({ resource, meta }));
  const asked = result.query.refetch();
  await arrived;
  await client.cancelQueries();
  await asked;
  await closed;
});
