import type { Page, PageRequest } from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { path } from '../path.ts';
import { read, readPage } from '../read.ts';
import { LogtoOrganization } from '../schema/entities.ts';

const One = Compile(LogtoOrganization);
const List = Compile(Type.Array(LogtoOrganization));

export function organizations(caller: Caller) {
  return {
    /** @param pattern part of name or id, as a pattern of `ilike`, see `literalPattern` */
    list: (page: PageRequest, pattern?: string): Promise<Page<LogtoOrganization>> =>
      readPage<LogtoOrganization>(
        caller,
        List,
        { route: path`/api/organizations`, query: { q: pattern || undefined } },
        page,
      ),

    /** @throws ManagementApiError `resource.not_found` */
    get: (id: string): Promise<LogtoOrganization> =>
      read(caller, One, { route: path`/api/organizations/${id}`, lane: id }),
  };
}
