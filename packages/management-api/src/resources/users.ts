import {
  MAX_PAGE_SIZE,
  literalPattern,
  textExpression,
  type Page,
  type PageRequest,
} from '@org-portal/contract';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Caller } from '../caller.ts';
import { isManagementApiError } from '../errors.ts';
import { path } from '../path.ts';
import { parseBody, parseNothing, read, readPage } from '../read.ts';
import { LogtoMembership, LogtoRole, LogtoUser } from '../schema/entities.ts';

const One = Compile(LogtoUser);
const List = Compile(Type.Array(LogtoUser));
const Memberships = Compile(Type.Array(LogtoMembership));
const Roles = Compile(Type.Array(LogtoRole));
const Sessions = Compile(
  Type.Object({ sessions: Type.Array(Type.Object({ payload: Type.Object({ uid: Type.String() }) })) }),
);
const Grants = Compile(Type.Object({ grants: Type.Array(Type.Object({ id: Type.String() })) }));

/** What of a user is searched. */
export type UserField = 'id' | 'name' | 'username' | 'primaryEmail' | 'primaryPhone';

export interface UserSearch {
  /** An account is found when one of its fields has the text. Characters stand for themselves. */
  texts: Partial<Record<UserField, string>>;
  /** The text is the whole of the field. */
  isExact: boolean;
  isCaseSensitive: boolean;
}

/** Characters of addresses that one request asks for. */
const LONGEST = 2_000;

export function users(caller: Caller) {
  const route = path`/api/users`;

  /** Sends it; what has ended in the meantime is not there any more. */
  const end = (call: Parameters<Caller['write']>[0]): Promise<void> =>
    caller.write(call, parseNothing).catch((error: unknown) => {
      if (!isManagementApiError(error, 'resource.not_found')) throw error;
    });

  /** @returns none where Logto is older than the route */
  const grantsOf = async (id: string): Promise<{ id: string }[]> => {
    try {
      return (await read(caller, Grants, { route: path`/api/users/${id}/grants` })).grants;
    } catch (error) {
      if (isManagementApiError(error, 'resource.not_found')) return [];
      throw error;
    }
  };

  return {
    /** @returns the accounts that the search finds, the newest first. Names are found whatever their accents. */
    search: (
      page: PageRequest,
      { texts, isExact, isCaseSensitive }: UserSearch,
    ): Promise<Page<LogtoUser>> => {
      const query: Record<string, string | string[]> = {
        joint: 'or',
        isCaseSensitive: String(isCaseSensitive),
      };
      for (const [field, text] of Object.entries(texts)) {
        const { mode, value } = isExact
          ? { mode: 'exact', value: [...new Set([text.normalize('NFC'), text.normalize('NFD')])] }
          : containing(field as UserField, text, isCaseSensitive);
        query[`search.${field}`] = value;
        query[`mode.${field}`] = mode;
      }
      return readPage<LogtoUser>(caller, List, { route, query }, page);
    },

    /** @returns the accounts that have one of these addresses, whatever its case */
    withEmails: async (emails: readonly string[]): Promise<LogtoUser[]> => {
      const found = portionsOf(emails).map(async (portion) => {
        const query = { 'search.primaryEmail': portion, 'mode.primaryEmail': 'exact' };
        const page = { page: 1, pageSize: MAX_PAGE_SIZE };
        return (await readPage<LogtoUser>(caller, List, { route, query }, page)).items;
      });
      return (await Promise.all(found)).flat();
    },

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

    /** A suspended user cannot sign in, and is signed out. @throws ManagementApiError `resource.not_found` */
    setSuspended: (id: string, isSuspended: boolean): Promise<LogtoUser> =>
      caller.write(
        { method: 'PATCH', route: path`/api/users/${id}/is-suspended`, body: { isSuspended } },
        (reply) => parseBody(One, reply),
      ),

    /**
     * Ends all that a user holds in Logto from signing in: sessions in every browser, and the grants of all
     * applications, so that refresh tokens and codes are worthless too. Left to itself, Logto keeps the grants with
     * `offline_access` of a session that ends (openapi.json), and those whose session is gone.
     * @throws ManagementApiError; then some of it may have ended, and it can be tried again
     */
    signOutEverywhere: async (id: string): Promise<void> => {
      const { sessions } = await read(caller, Sessions, { route: path`/api/users/${id}/sessions` });
      const query = { revokeGrantsTarget: 'all' };
      await Promise.all(
        sessions.map(({ payload }) =>
          end({ method: 'DELETE', route: path`/api/users/${id}/sessions/${payload.uid}`, query }),
        ),
      );
      const grants = await grantsOf(id);
      await Promise.all(
        grants.map((grant) => end({ method: 'DELETE', route: path`/api/users/${id}/grants/${grant.id}` })),
      );
    },
  };
}

/**
 * Only names have accents. Logto's "advanced user search" (docs.logto.io) takes a regular expression as mode `posix`,
 * which can leave them out of account; its `like` cannot.
 */
function containing(field: UserField, text: string, isCaseSensitive: boolean) {
  if (field === 'name') return { mode: 'posix', value: textExpression(text, { isCaseSensitive }) };
  return { mode: 'like', value: `%${literalPattern(text)}%` };
}

/** Parts that fit into an address, and whose answers fit into a page. */
function portionsOf(emails: readonly string[]): string[][] {
  const portions: string[][] = [];
  let room = 0;
  for (const email of emails) {
    const length = encodeURIComponent(email).length + 'search.primaryEmail=&'.length;
    room -= length;
    if (room < 0) {
      portions.push([]);
      room = LONGEST - length;
    }
    portions.at(-1)?.push(email);
  }
  return portions;
}
