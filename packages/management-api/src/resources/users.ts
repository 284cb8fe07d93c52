import { MAX_PAGE_SIZE } from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { isManagementApiError } from '../errors.ts';
import { path } from '../path.ts';
import { parseNothing, read, readPage } from '../read.ts';
import { LogtoMembership, LogtoRole, LogtoUser } from '../schema/entities.ts';

const One = Compile(LogtoUser);
const Memberships = Compile(Type.Array(LogtoMembership));
const Roles = Compile(Type.Array(LogtoRole));
const Sessions = Compile(
  Type.Object({ sessions: Type.Array(Type.Object({ payload: Type.Object({ uid: Type.String() }) })) }),
);

export function users(caller: Caller) {
  return {
    /** @throws ManagementApiError `resource.not_found` */
    get: (id: string): Promise<LogtoUser> => read(caller, One, { route: path`/api/users/${id}` }),

    /** All organizations of a user with the roles held there: one call, never paged (recorded). */
    memberships: (id: string): Promise<LogtoMembership[]> =>
      read(caller, Memberships, { route: path`/api/users/${id}/organizations` }),

    /** Names of the user's global roles, the first hundred. */
    roleNames: async (id: string): Promise<string[]> => {
      const roles = await readPage<{ name: string }>(
        caller,
        Roles,
        { route: path`/api/users/${id}/roles` },
        { page: 1, pageSize: MAX_PAGE_SIZE },
      );
      return roles.items.map((role) => role.name);
    },

    /** Ends all sessions of a user in Logto, in whatever browser. What applications were granted stays granted. */
    endSessions: async (id: string): Promise<void> => {
      const { sessions } = await read(caller, Sessions, { route: path`/api/users/${id}/sessions` });
      await Promise.all(
        sessions.map(async ({ payload }) => {
          try {
            const route = path`/api/users/${id}/sessions/${payload.uid}`;
            await caller.write({ method: 'DELETE', route }, parseNothing);
          } catch (error) {
            // It has ended in the meantime.
            if (!isManagementApiError(error, 'resource.not_found')) throw error;
          }
        }),
      );
    },
  };
}
