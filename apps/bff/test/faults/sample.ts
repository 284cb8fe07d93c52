import type { ProblemCode } from '@org-portal/contract';
import type { Actor } from '../authority/actors.ts';
import { calls } from '../authority/call.ts';
import { usual } from '../authority/cells.ts';
import { nameOf, rows, type Row } from '../authority/expectations.ts';
import type { World } from '../authority/world.ts';
import type { RawClient, RawReply } from '../harness/raw-client.ts';

export interface Sample {
  row: Row;
  name: string;
  /** Sends the same request each time, in the same session. */
  send(): Promise<RawReply>;
}

/** What of a route's calls goes wrong; `everything` includes those by which it finds out who the caller is. */
export type Part = 'everything' | 'its own read' | 'its write';

/** Routes that ask Logto for something. Sign-in: logto-down.test.ts. */
const routes = rows.filter(({ needs }) => typeof needs === 'object' || needs === 'a session');

/** Reads that ask Logto even where it is known who the caller is and what they may. The queue reads the portal's own index. */
const READING = /^(?!\/api\/invitations$).*\/(members|members\/:memberId|invitations)$/;

export function routesOf(part: Part): Row[] {
  if (part === 'everything') return routes;
  return routes.filter(({ changes, isLater, method, url }) =>
    part === 'its write' ? changes && !isLater : method === 'GET' && READING.test(url),
  );
}

/** @returns a call of the route that is allowed and not yet made */
export async function sampleOf(world: World, client: RawClient, row: Row): Promise<Sample> {
  const actor = actorFor(row);
  const [call] = await calls(world, row, actor, usual(row));
  if (!call) throw new Error(`no call for ${nameOf(row)}`);
  const headers = { ...call.headers, cookie: await world.cookie(actor) };
  return { row, name: nameOf(row), send: () => client.send({ ...call, headers }) };
}

/** Gives the callers back what the calls took from them. */
export async function restore(world: World): Promise<void> {
  for (const row of routes.filter(({ spends, invitation }) => spends ?? invitation === 'mine')) {
    const actor = actorFor(row);
    await world.restore(actor);
    if (row.spends === 'session') world.signOut(actor);
  }
}

/** Who loses something by a call loses nothing that another call needs. */
function actorFor({ needs, spends, invitation, url }: Row): Actor {
  if (spends === 'session') return 'viewer';
  if (spends === 'membership') return 'member';
  // Who declines is not who accepts.
  if (invitation === 'mine') return url.endsWith('/decline') ? 'support' : 'no organization';
  if (typeof needs === 'object' && 'right' in needs)
    return needs.right === 'change' ? 'ops who changes' : 'support who suspends';
  return typeof needs === 'object' && 'staff' in needs ? (needs.staff[0] ?? 'ops') : 'owner';
}

/** @returns what the browser is told, of several addresses for the first; `ok` where nothing went wrong */
export function codeOf({ status, headers, text }: RawReply): ProblemCode | 'ok' {
  const body = /^application\/(problem\+)?json/.test(String(headers['content-type'])) ? JSON.parse(text) : {};
  // What has ended cannot be paused; it was looked at all the same.
  if (body.code === 'import.not_running') return 'ok';
  // A review without lines has none to decide; they were looked for all the same.
  if (body.results?.[0]?.number !== undefined) return 'ok';
  return body.code ?? body.results?.[0]?.problem?.code ?? (status < 300 ? 'ok' : `status ${status}`);
}
