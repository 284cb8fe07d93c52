import type { CrudSort } from '@refinedev/core';

/** `eq` and `contains` are sent as `field=value`, `in` as `field=a&field=b`. */
export type FilterOperator = 'eq' | 'contains' | 'in';

/** What the API understands of one resource. What is not listed here is an error, never left out silently. */
export interface ResourceRules {
  /** Query parameter → operators. Default: `eq` and `in` on every field, `contains` on `q`. */
  filters?: Readonly<Record<string, readonly FilterOperator[]>>;
  /** Writes sorters as query parameters (name → value). Default: a sorter is an error. */
  sort?: (sorters: readonly CrudSort[]) => Readonly<Record<string, string>>;
  /** The method of `update`. Default: PATCH. */
  updateMethod?: 'PATCH' | 'PUT';
}

export interface LinkDataProviderOptions {
  /** Default: the global fetch at the time of the call. */
  fetch?: typeof globalThis.fetch;
  /** Sent with every request; a function is asked each time. */
  headers?: HeadersInit | (() => HeadersInit | Promise<HeadersInit>);
  /** Milliseconds until the whole reply must be there. Default: 30,000. */
  timeoutMs?: number;
  /** Name of the query parameter that holds the page, counted from 1. Default: `page`. */
  pageParameter?: string;
  /** Name of the query parameter that holds the number of rows. Default: `page_size`. */
  pageSizeParameter?: string;
  /** The most rows that the API gives at once. Default: 100. */
  maxPageSize?: number;
  /** The most pages that modes `off` and `client` follow. Default: 100. */
  maxPages?: number;
  /** How many replies with an ETag are kept in memory, for 304; 0: none. Default: 50. */
  keptReplies?: number;
  /** Name of the request header that names a change, so that the server makes it once. Default: none. */
  idempotencyHeader?: string | undefined;
  /** Milliseconds in which the same change is one that was pressed twice; it is sent once. Default: 0, none. */
  repeatMs?: number;
  /** For every resource without rules of its own. */
  rules?: ResourceRules;
  /** Resource, as it is written in the calls → its rules, in place of `rules`. */
  resources?: Readonly<Record<string, ResourceRules>>;
}

export type Settings = Required<Omit<LinkDataProviderOptions, 'rules' | 'resources'>> & {
  rulesOf: (resource: string) => ResourceRules;
};

export function settingsFrom(options: LinkDataProviderOptions): Settings {
  const { rules = {}, resources = {}, ...given } = options;
  return {
    fetch: (input, init) => globalThis.fetch(input, init),
    headers: {},
    timeoutMs: 30_000,
    pageParameter: 'page',
    pageSizeParameter: 'page_size',
    maxPageSize: 100,
    maxPages: 100,
    keptReplies: 50,
    idempotencyHeader: undefined,
    repeatMs: 0,
    ...given,
    rulesOf: (resource) => resources[resource] ?? rules,
  };
}
