import { demo } from '@org-portal/dev-logto';
import { afterAll, describe, expect, it } from 'vitest';
import type { Actor } from './authority/actors.ts';
import { calls } from './authority/call.ts';
import { cells } from './authority/cells.ts';
import { nameOf, rows } from './authority/expectations.ts';
import { World } from './authority/world.ts';
import { startPortal } from './harness/portal.ts';
import { RawClient } from './harness/raw-client.ts';
import { startRecorder } from './harness/upstream-recorder.ts';
import { mark, marked, secretsIn, shownIn } from './marked/mark.ts';

const recorder = await startRecorder(mark);
const portal = await startPortal({ LOGTO_MANAGEMENT_ENDPOINT: recorder.origin }, { members: 40 });
recorder.target = portal.logto.origin;
const client = new RawClient(portal.origin);
const world = new World(portal);
const shown = new Set<string>();
let replies = 0;
afterAll(() =>
  console.log(
    `Marked secrets: in ${marked.size} fields of Logto's replies, looked for in ${replies} replies and the log`,
  ),
);

const actors: Actor[] = [
  'owner',
  'viewer',
  'support',
  'support who suspends',
  'ops',
  'ops who changes',
  'no organization',
];

/** The texts of Logto that the schemas of the portal list. */
const listed = new Set([
  ...['name', 'username', 'avatar', 'organizationRoles.name'].map((field) => `organizations/users.${field}`),
  // Telephone numbers are for staff, who search by them; a list of members has none.
  ...['name', 'username', 'avatar', 'primaryPhone'].map((field) => `users.${field}`),
  ...['name', 'description', 'branding.logoUrl'].map((field) => `users/organizations.${field}`),
  ...['name', 'description', 'branding.logoUrl'].map((field) => `organizations.${field}`),
  'organizations/users/roles.name',
  'roles/users.name',
  'users/organizations.organizationRoles.name',
  ...['name', 'description'].map((field) => `organization-roles.${field}`),
  'organization-scopes.description',
  ...['name', 'scopes.description'].map((field) => `resources.${field}`),
  'organization-invitations.organizationRoles.name',
  'organization-invitations/status.organizationRoles.name',
]);

// Attack: somebody reads the raw replies of the portal, and finds what Logto knows beyond the screens.
describe('replies carry only what their schema lists', () => {
  it.each(
    rows.filter(({ url }) => !/webhooks|assets|favicon/.test(url)).map((row) => [nameOf(row), row] as const),
  )('%s', async (_name, row) => {
    for (const actor of actors) {
      for (const cell of cells(row)) {
        for (const call of await calls(world, row, actor, cell)) {
          const headers = { ...call.headers, cookie: await world.cookie(actor), origin: portal.origin };
          const reply = await client.send({ ...call, headers });
          replies += 1;
          const all = `${JSON.stringify(reply.headers)}\n${reply.text}`;
          expect([actor, call.path, secretsIn(all)]).toEqual([actor, call.path, []]);
          for (const place of shownIn(all)) shown.add(place);
        }
        if (row.spends === 'session') world.signOut(actor);
        if (row.spends === 'membership' || row.invitation === 'mine') await world.restore(actor);
      }
    }
  });

  // Attack: Logto's own words for a refusal tell of its tables, its paths or other tenants.
  it('what Logto says of a refusal', async () => {
    const cookie = await world.cookie('owner');
    const send = async (method: string, path: string, body?: object) => {
      const headers = {
        cookie,
        origin: portal.origin,
        ...(body ? { 'content-type': 'application/json' } : {}),
      };
      const reply = await client.send({ method, path, headers, body: body && JSON.stringify(body) });
      replies += 1;
      expect(secretsIn(reply.text)).toEqual([]);
      return reply.text;
    };
    const base = `/api/organizations/${demo.organizations.halden}`;
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
    const invitees = ['amara.okafor@halden.example'];
    expect(await send('POST', `${base}/invitations`, { invitees, roleIds: [], expiresAt })).toContain(
      'invitee.already_member',
    );
    const mine = await world.invitationTo('owner');
    expect(await send('POST', `/api/session/invitations/${mine}/accept`)).toContain('organizationId');
    expect(await send('POST', `/api/session/invitations/${mine}/decline`)).toContain(
      'invitation.not_pending',
    );
    const pending = await world.invitation('own');
    const resent = [];
    for (let nth = 0; nth < 11; nth += 1)
      resent.push(await send('POST', `${base}/invitations/${pending}/resend`));
    expect(resent.join()).toContain('email.recipient_limited');
    portal.logto.controls.fail('GET /api/organizations/{id}/users', { kind: 'status', status: 422 }, 9);
    expect(await send('GET', `${base}/members`)).toContain('request.invalid');
    portal.logto.controls.clearFaults();
  });

  it('no other texts than these', () => {
    expect([...shown].filter((place) => !listed.has(place))).toEqual([]);
    expect([...listed].filter((place) => !shown.has(place))).toEqual([]);
  });

  it('and nothing of it is logged', () => {
    expect(portal.log().length).toBeGreaterThan(10_000);
    expect(secretsIn(portal.log())).toEqual([]);
    // A refusal names the role that is above; people and organizations are in no line.
    expect(new Set(shownIn(portal.log()))).toEqual(new Set(['organization-roles.name']));
    expect(marked.size).toBeGreaterThan(100);
  });
});
