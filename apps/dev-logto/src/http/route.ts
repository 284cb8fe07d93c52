import type { output, ZodTypeAny } from 'zod';
import type { Mailer } from '../outbox/mailer.ts';
import type { Store } from '../store/store.ts';
import type { Webhooks } from '../webhooks/webhooks.ts';
import type { Listing } from './pagination.ts';

/** Whether the grant that an application holds by a session goes with it; `isOffline`: it may refresh. */
export type Concerns = (applicationId: string, isOffline: boolean) => boolean;

/** What people hold from signing in; suspending or deleting somebody ends it. */
export interface SignIns {
  sessionsOf(userId: string): readonly { readonly payload: { readonly uid?: string | undefined } }[];
  grantsOf(userId: string): readonly {
    readonly id: string;
    readonly payload: { readonly clientId?: string | undefined };
    readonly expiresAt: number;
  }[];
  /** Ends a grant and all tokens and codes of it. */
  revokeGrant(grantId: string): void;
  revoke(userId: string): void;
  endSession(userId: string, uid: string, concerned: Concerns): void;
}

export interface Services {
  readonly store: Store;
  readonly mailer: Mailer;
  readonly signIns: SignIns;
  readonly webhooks: Webhooks;
}

type Names<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Names<Rest>
  : never;

export interface Call<Path extends string, Body, Query> extends Services {
  readonly params: Record<Names<Path>, string>;
  readonly body: Body;
  readonly query: Query;
  /** The query as it came. */
  readonly search: URLSearchParams;
}

export type Reply =
  | { readonly status: number; readonly body?: unknown }
  /** Above `cap`, where there is one, the total is only a lower bound. */
  | { readonly list: Listing; readonly cap?: number };

/** One operation of the Management API; `path` is without `/api`, parameters are named as in openapi.json. */
export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: ZodTypeAny;
  readonly query?: ZodTypeAny;
  /** Lists only: `always` is the default; `asked` pages only when the query says so. */
  readonly paging?: 'always' | 'asked';
  handle(call: Call<string, unknown, unknown>): Reply | Promise<Reply>;
}

/** Writes a route down with its handler typed by its path and its schemas. */
export function route<const Path extends string, Body extends ZodTypeAny, Query extends ZodTypeAny>(
  definition: Omit<Route, 'path' | 'body' | 'query' | 'handle'> & {
    path: Path;
    body?: Body;
    query?: Query;
    handle(call: Call<Path, output<Body>, output<Query>>): Reply | Promise<Reply>;
  },
): Route {
  return definition as unknown as Route;
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
/** 201 with the text `Created`, as Logto answers where there is nothing to show. */
export const createdWithoutBody = (): Reply => ({ status: 201, body: 'Created' });
export const noContent = (): Reply => ({ status: 204 });

/** A list of rows, each shown through `show`; only those of the page are shown. */
export function list<Row>(rows: readonly Row[], show: (row: Row) => unknown): Reply {
  return { list: { total: rows.length, slice: (start, end) => rows.slice(start, end).map(show) } };
}
