import { REASON_HEADER } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import type { RawRequest } from '../harness/raw-client.ts';
import type { Actor, Place } from './actors.ts';
import type { Cell, RoleKind, Whose } from './cells.ts';
import type { Row } from './expectations.ts';
import { importOfNobody, places, type World } from './world.ts';

/** An id that no entity has, for letters and for numbers, and spellings that no id has. */
const MISSING = 'nosuchid0001';
const MISSING_NUMBER = '99999999';
const MALFORMED = ['%2e%2e', 'a%2f..%2fb', 'x%00y'];

const roleIds: Record<RoleKind, string> = {
  member: demo.organizationRoles.member,
  owner: demo.organizationRoles.owner,
  machine: demo.organizationRoles.syncAgent,
  missing: MISSING,
  malformed: 'a/../b',
};

let sent = 0;

/** @returns the request that the row, the actor and the cell say, once for each spelling of a malformed id */
export async function calls(world: World, row: Row, actor: Actor, cell: Cell): Promise<RawRequest[]> {
  const values = await valuesFor(world, row, actor, cell);
  const most = Math.max(1, ...Object.values(values).map(({ length }) => length));
  const { body, headers } = await bodyOf(world, row, cell);
  return Array.from({ length: most }, (_, nth) => ({
    method: row.method,
    path:
      row.url.replace(/:(\w+)/g, (_, name: string) => cycle(values[name], nth)).replace('*', 'app.js') +
      row.query,
    body,
    headers: { ...headers, ...reasonOf(cell) },
  }));
}

/** @returns by parameter, the spellings of its value */
async function valuesFor(
  world: World,
  row: Row,
  actor: Actor,
  cell: Cell,
): Promise<Record<string, string[]>> {
  const values: Record<string, () => string[] | Promise<string[]>> = {
    organizationId: () => spellings(cell.organization, (place) => places[place]),
    memberId: () => spellings(cell.member, (place) => world.member(place, cell.holds)),
    personId: () => spellings(cell.person, (place) => world.member(place, cell.holds)),
    invitationId: async () =>
      cell.invitation === 'mine'
        ? [await world.invitationTo(actor)]
        : spellings(cell.invitation, (place) => world.invitation(place)),
    importId: () =>
      spellings(cell.import, (place) =>
        row.url.endsWith('/retry') ? world.failedImport(place) : world.endedImport(place),
      ),
    snapshotId: () => spellings(cell.snapshot, () => world.snapshot()),
    reviewId: () => spellings(cell.review, () => world.review(reviewFor(row))),
    entryId: () => spellings(cell.entry, (place) => world.entry(place), MISSING_NUMBER),
    roleId: () => (cell.role === 'malformed' ? MALFORMED : [roleIds[cell.role]]),
  };
  const parameters = parametersOf(row.url);
  const wanted = Object.entries(values).filter(([name]) => parameters.includes(name));
  return Object.fromEntries(await Promise.all(wanted.map(async ([name, make]) => [name, await make()])));
}

async function spellings(
  whose: Whose,
  idIn: (place: Place) => string | Promise<string>,
  missing = MISSING,
): Promise<string[]> {
  if (whose === 'malformed') return MALFORMED;
  return [whose === 'missing' ? missing : await idIn(whose)];
}

function reviewFor({ url }: Row): 'any' | 'a new one' | 'one to remove from' {
  if (url.endsWith('/removal')) return 'one to remove from';
  return /\/(close|cancel)$/.test(url) ? 'a new one' : 'any';
}

const parametersOf = (url: string) => [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name);

const cycle = (spelt: string[] = [], nth: number) => spelt[nth % spelt.length] ?? '';

const reasonOf = ({ reason }: Cell): Record<string, string> =>
  reason ? { [REASON_HEADER]: encodeURIComponent('ticket 4711, by phone') } : {};

/** @returns a list of people of whom nobody is invited */
function listOf(url: string): object | undefined {
  if (url.endsWith('/check')) return { invitees: ['somebody@example.com'] };
  return url.endsWith('/imports') ? importOfNobody : undefined;
}

async function bodyOf(
  world: World,
  { has, changes, method, url }: Row,
  { role, organization }: Cell,
): Promise<Pick<RawRequest, 'body' | 'headers'>> {
  if (/\/join\b/.test(url)) {
    const token = await world.joinToken(url.endsWith('/ask') ? 'expired' : 'pending');
    return url.startsWith('/auth/') ? form({ token }) : json({ token });
  }
  const list = changes || url.endsWith('/check') ? listOf(url) : undefined;
  if (list) return json(list);
  if (!changes) return {};
  if (/\/(bulk\/\w+|invitations\/links)$/.test(url)) {
    return json({ invitationIds: [await world.invitation(organization === 'foreign' ? 'foreign' : 'own')] });
  }
  if (url === '/api/invitations') return json(wideInvitation());
  if (url === '/api/access-reviews') return json(await world.reviewOfNothing());
  if (url.endsWith('/decisions')) return json({ lines: [{ number: 1, version: 0 }], decision: 'keep' });
  if (url.endsWith('/renew')) return json({});
  if (!has.role) return {};
  const invitation = {
    invitees: [`invited.${(sent += 1)}@example.com`],
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  };
  const isNew = method === 'POST' && url.endsWith('/invitations');
  return json({ roleIds: [roleIds[role]], ...(isNew ? invitation : {}) });
}

const wideInvitation = () => ({
  invitee: `invited.${(sent += 1)}@example.com`,
  organizations: [{ organizationId: places.own, roleIds: [roleIds.member] }],
  expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
});

const form = (fields: Record<string, string>) => ({
  body: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
});

const json = (body: object) => ({
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json' },
});
