import { randomUUID } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isVisible, type Access, type ImportInput, type ProblemCode } from '@org-portal/contract';
import { printable } from '../invitations/printable.ts';
import type { Portal } from '../portal.ts';
import type { Change, Target } from '../record/change.ts';
import { judgeRows } from './judge.ts';
import { beginAlone, requireRoom } from './require-room.ts';

/** Rows of one statement: the embedded database keeps the process busy as long as one runs. */
const CHUNK = 100;
const NOT_THEIRS: ProblemCode[] = ['role.above_ceiling', 'role.not_assignable', 'role.required'];

interface Request {
  organizationId: string;
  input: ImportInput;
  change: Change;
  access: Access;
}

/**
 * Keeps a list of people to invite, all of it or nothing; it is sent from then on, whatever becomes of this process.
 * @returns the id of the import
 * @throws Problem `import.limit_reached`, `invitation.limit_reached`; `audit.unavailable` when it cannot be kept
 */
export async function takeIn(
  portal: Portal,
  { organizationId, input, change, access }: Request,
): Promise<string> {
  const { actor, organization, session, reason, requestId } = change;
  const id = randomUUID();
  const name = input.name !== undefined && isVisible(input.name) ? printable(input.name.trim()) : null;
  const rows = await judgeRows(input.rows, access, await portal.template.get(input.rows[0]?.roleIds));
  const room = { imports: 1, rows: rows.filter(({ state }) => state === 'waiting').length } as const;
  await requireRoom(portal.database, organizationId, room);
  const target: Target = { type: 'import', id, name: name ?? nameless(rows) };
  await portal.record.change(change, { target }, () =>
    portal.database.transaction().execute(async (database) => {
      await beginAlone(database, organizationId);
      await requireRoom(database, organizationId, room);
      await database
        .insertInto('import')
        .values({
          id,
          organization_id: organizationId,
          organization_name: organization?.name ?? null,
          name,
          language: input.language,
          by: input.by,
          actor_id: actor.id,
          actor_name: actor.name,
          actor_email: actor.email,
          actor_staff_role: actor.staffRole,
          session,
          reason: reason || null,
          request_id: requestId,
          status: 'Running',
        })
        .execute();
      for (let first = 0; first < rows.length; first += CHUNK) {
        const chunk = rows.slice(first, first + CHUNK);
        await database
          .insertInto('import_row')
          .values(chunk.map((row) => ({ ...row, import_id: id, roles: JSON.stringify(row.roles) })))
          .execute();
        await nextTurn();
      }
    }),
  );
  for (const code of NOT_THEIRS.filter((one) => rows.some(({ problem }) => problem === one)))
    await portal.record.refuse({ ...change, action: 'invitation.create' }, code, target);
  return id;
}

/** What the record calls a list that came without a name. */
function nameless(rows: { invitee: string }[]): string {
  const [first] = rows;
  return rows.length > 1 ? `${first?.invitee} +${rows.length - 1}` : (first?.invitee ?? '');
}
