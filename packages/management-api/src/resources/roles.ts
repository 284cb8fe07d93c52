import { MAX_PAGE_SIZE } from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { path } from '../path.ts';
import { readPage } from '../read.ts';
import { LogtoRole, LogtoUser } from '../schema/entities.ts';

const Roles = Compile(Type.Array(LogtoRole));
const Users = Compile(Type.Array(LogtoUser));

/** The tenant-wide roles, which have nothing to do with those in an organization. */
export function roles(caller: Caller) {
  return {
    /** @returns the id of the role for people that is called so, if there is one */
    idOf: async (name: string): Promise<string | undefined> => {
      const query = { 'search.name': name, 'mode.name': 'exact' };
      const call = { route: path`/api/roles`, query };
      const page = { page: 1, pageSize: MAX_PAGE_SIZE };
      const found = await readPage<LogtoRole>(caller, Roles, call, page);
      return found.items.find((role) => role.name === name && role.type === 'User')?.id;
    },

    /** All who hold the role. @throws ManagementApiError `resource.not_found` */
    holders: async (id: string): Promise<LogtoUser[]> => {
      const byId = new Map<string, LogtoUser>();
      for (let page = 1, total = Infinity; (page - 1) * MAX_PAGE_SIZE < total; page += 1) {
        const call = { route: path`/api/roles/${id}/users` };
        const found = await readPage<LogtoUser>(caller, Users, call, { page, pageSize: MAX_PAGE_SIZE });
        for (const user of found.items) byId.set(user.id, user);
        total = found.total;
      }
      return [...byId.values()];
    },
  };
}
