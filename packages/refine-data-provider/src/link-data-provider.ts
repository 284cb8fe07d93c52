import type { BaseRecord, DataProvider, GetListParams } from '@refinedev/core';
import { allRows } from './all-rows.ts';
import { apiBase } from './api-base.ts';
import { customQuery } from './custom-query.ts';
import { ReplyError } from './errors.ts';
import { expandPath } from './expand-path.ts';
import { filterQuery } from './filter-query.ts';
import { listPage } from './list-page.ts';
import { listQuery, sortQuery } from './list-query.ts';
import { oneChange } from './one-change.ts';
import { settingsFrom, type LinkDataProviderOptions } from './options.ts';
import { pagedList, wholeList, type PagedList } from './paged-list.ts';
import { querySignal } from './query-signal.ts';
import { recordPath } from './record-path.ts';
import type { Reply } from './call.ts';
import { createSend } from './send.ts';

export interface LinkDataProvider extends DataProvider {
  getList: <TData extends BaseRecord = BaseRecord>(params: GetListParams) => Promise<PagedList<TData>>;
  custom: NonNullable<DataProvider['custom']>;
}

/**
 * A Refine data provider for APIs that page by `Link` (RFC 8288) and `Total-Number`. A resource is a path below
 * the base, in which `{name}` stands for a value of `meta`: `organizations/{organizationId}/members`. Nothing
 * else is read from `meta` but the query's signal: Refine merges the page's query string into it.
 * @param baseUrl absolute, or in a browser from the root: `/api`
 * @throws RequestError for a base that is no URL; the calls reject with a `DataProviderError`
 */
export function linkDataProvider(baseUrl: string, options: LinkDataProviderOptions = {}): LinkDataProvider {
  const settings = settingsFrom(options);
  const base = apiBase(baseUrl);
  const send = oneChange(createSend(settings), settings);

  return {
    getApiUrl: () => baseUrl,

    async getList({ resource, pagination = {}, filters = [], sorters = [], meta = {} }) {
      const list = listQuery(pagination, filters, sorters, settings.rulesOf(resource), settings);
      const first = base.url(expandPath(resource, meta));
      first.search = list.query.toString();
      const signal = querySignal(meta);
      const get = (url: URL) => send({ method: 'GET', url, signal });
      return pagination.mode === 'off' || pagination.mode === 'client'
        ? typed(wholeList(await allRows(first, get, base, settings)))
        : typed(pagedList(listPage(await get(first)), list));
    },

    async getOne({ resource, id, meta = {} }) {
      const url = base.url(recordPath(resource, id, meta));
      return typed({ data: record(await send({ method: 'GET', url, signal: querySignal(meta) })) });
    },

    async create({ resource, variables, meta = {} }) {
      const url = base.url(expandPath(resource, meta));
      const { body } = await send({ method: 'POST', url, body: variables, signal: querySignal(meta) });
      return typed({ data: body ?? {} });
    },

    async update({ resource, id, variables, meta = {} }) {
      const method = settings.rulesOf(resource).updateMethod ?? 'PATCH';
      const url = base.url(recordPath(resource, id, meta));
      const { body } = await send({ method, url, body: variables, signal: querySignal(meta) });
      return typed({ data: body ?? { id } });
    },

    async deleteOne({ resource, id, variables, meta = {} }) {
      const url = base.url(recordPath(resource, id, meta));
      const { body } = await send({ method: 'DELETE', url, body: variables, signal: querySignal(meta) });
      return typed({ data: body ?? { id } });
    },

    async custom({ url: address, method, payload, query, headers, filters = [], sorters = [], meta = {} }) {
      const rules = settings.rulesOf(address);
      const [path = '', search = ''] = expandPath(base.pathBelow(address), meta).split(/\?(.*)/s);
      const url = base.url(path);
      url.search = search;
      for (const [name, value] of [
        ...customQuery(query),
        ...filterQuery(filters, rules.filters),
        ...sortQuery(sorters, rules),
      ]) {
        url.searchParams.append(name, value);
      }
      const signal = querySignal(meta);
      const { body } = await send({ method: method.toUpperCase(), url, body: payload, headers, signal });
      return typed({ data: body ?? {} });
    },
  };
}

/** Refine lets the caller of a hook name the type of the records; nobody here can know better. */
function typed<Result>(result: PagedList | { data: unknown }): Result {
  return result as Result;
}

function record({ request, status, body }: Reply): unknown {
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  throw new ReplyError(`${request} answered no JSON object`, status);
}
