import { MAX_INVITATIONS, MAX_OPEN_IMPORTS, MAX_WAITING_ROWS, type Import } from '@org-portal/contract';
import { demo } from '@org-portal/dev-logto';
import { CompiledQuery } from 'kysely';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../src/database/open-database.ts';
import { requireRoom } from '../src/imports/require-room.ts';
import { afterwards } from './harness/afterwards.ts';
import { newPortalDatabase } from './harness/portal-database.ts';
import { startPortal } from './harness/portal.ts';
import { handIn, rowOf } from './imports/list.ts';

const { kestrel } = demo.organizations;
const base = `/api/organizations/${kestrel}/imports`;

// Attack: an admin hands in import after import, until the organization's list is too long for anybody to read.
describe('an organization with as many imports as it may have', async () => {
  const portal = await startPortal({}, { late: 300 });
  const admin = await portal.signIn(demo.users.admin);
  const post = (nth: number) =>
    admin.call('POST', base, {
      language: 'en',
      by: 'link',
      rows: [rowOf(`room.${nth}@example.com`)],
    });

  it('begins no other one until one has ended', async () => {
    // Nothing can be sent, so none of them ends.
    const create = 'POST /api/organization-invitations';
    portal.logto.controls.fail(create, { kind: 'status', status: 503 }, Number.MAX_SAFE_INTEGER);
    const ids: string[] = [];
    while (ids.length < MAX_OPEN_IMPORTS) {
      const { id } = (await handIn(admin, kestrel, [rowOf(`room.${ids.length}@example.com`)])) as Import;
      ids.push(id);
    }
    const refused = await post(MAX_OPEN_IMPORTS);
    expect(await refused.json()).toMatchObject({ status: 409, code: 'import.limit_reached' });
    // Two at the same moment do not both get the last place.
    await admin.call('POST', `${base}/${ids.at(-1)}/cancel`);
    await expect
      .poll(async () => (await (await admin.get(`${base}/${ids.at(-1)}`)).json()).finishedAt, {
        timeout: 15_000,
      })
      .not.toBeNull();
    const statuses = (await Promise.all([post(20), post(21), post(22)])).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409, 409]);
    const [entry] = await (
      await admin.get(`/api/organizations/${kestrel}/activity?action=import.create&outcome=refused`)
    ).json();
    expect(entry).toMatchObject({ problem: 'import.limit_reached' });
  });
});

describe('room', async () => {
  const settings = await newPortalDatabase();
  const { database, close } = await openDatabase(
    'DATABASE_URL' in settings ? { url: settings.DATABASE_URL } : { folder: settings.PORTAL_DATA },
    { warn: () => undefined },
  );
  afterwards(close);
  const run = (query: string, ...values: number[]) => database.executeQuery(CompiledQuery.raw(query, values));

  it('is for so many rows that wait, and so many invitations', async () => {
    await run(`
      insert into import (id, organization_id, language, by, actor_id, session, request_id, status)
      values ('i1', 'o1', 'en', 'mail', 'u1', 's1', 'r1', 'Paused')
    `);
    const waiting = MAX_WAITING_ROWS - 10;
    await run(
      `
      insert into import_row (import_id, number, invitee, roles, expires_at, state)
      select 'i1', number, 'a@b.c', '[]', now(), 'waiting' from generate_series(1, $1::integer) number
    `,
      waiting,
    );
    await requireRoom(database, 'o1', { imports: 1, rows: 10 });
    await expect(requireRoom(database, 'o1', { imports: 1, rows: 11 })).rejects.toMatchObject({
      code: 'import.limit_reached',
    });
    await requireRoom(database, 'o2', { imports: 1, rows: 11 });

    const kept = MAX_INVITATIONS - MAX_WAITING_ROWS;
    await run(
      `
      insert into invitation_index
        (id, organization_id, invitee, address, status, roles, created_at, updated_at, expires_at, as_of)
      select 'i' || number, 'o1', 'a', 'a', 'Revoked', '[]', now(), now(), now(), now()
      from generate_series(1, $1::integer) number
    `,
      kept,
    );
    await requireRoom(database, 'o1', { imports: 1, rows: 10 });
    await run(`update invitation_index set organization_id = 'o2'`);
    await run(
      `
      insert into invitation_index
        (id, organization_id, invitee, address, status, roles, created_at, updated_at, expires_at, as_of)
      select 'j' || number, 'o2', 'a', 'a', 'Revoked', '[]', now(), now(), now(), now()
      from generate_series(1, $1::integer) number
    `,
      MAX_WAITING_ROWS,
    );
    await expect(requireRoom(database, 'o2', { imports: 1, rows: 1 })).rejects.toMatchObject({
      code: 'invitation.limit_reached',
    });
  });
});
