import { MAX_PAGE_SIZE } from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { path } from '../path.ts';
import { readPage } from '../read.ts';
import { LogtoApiResource } from '../schema/entities.ts';

const List = Compile(Type.Array(LogtoApiResource));

export function apiResources(caller: Caller) {
  return {
    /** All of the operator's APIs with their scopes, Logto's own Management API included. */
    all: async (): Promise<LogtoApiResource[]> => {
      const byId = new Map<string, LogtoApiResource>();
      for (let page = 1, total = Infinity; (page - 1) * MAX_PAGE_SIZE < total; page += 1) {
        const call = { route: path`/api/resources`, query: { includeScopes: 'true' } };
        const found = await readPage<LogtoApiResource>(caller, List, call, { page, pageSize: MAX_PAGE_SIZE });
        for (const resource of found.items) byId.set(resource.id, resource);
        total = found.total;
      }
      return [...byId.values()];
    },
  };
}
