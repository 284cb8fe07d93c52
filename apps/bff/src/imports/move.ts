import type { Access, ImportStatus } from '@org-portal/contract';
import { sql, type Expression, type ExpressionBuilder, type SqlBool, type Transaction } from 'kysely';
import type { Template } from '../access/organization-template.ts';
import type { Database, Tables } from '../database/database.ts';
import type { By } from '../invitations/alter.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { requireBelowCeiling, requireInvitable } from '../rules/role-ceiling.ts';
import { findJob, type ImportKey } from './find.ts';
import { isInvitable, NEVER_AGAIN } from './judge.ts';
import { beginAlone, requireRoom } from './require-room.ts';
import type { ContinuedBy, ImportJob } from './tables.ts';

export type Move = 'pause' | 'continue' | 'cancel' | 'retry';

const FROM: Record<Move, readonly ImportStatus[]> = {
  pause: ['Running'],
  continue: ['Paused'],
  cancel: ['Running', 'Paused'],
  retry: ['Running', 'Paused', 'Finished'],
};

const now = sql<Date>`clock_timestamp()`;
const RUNNING = { status: 'Running', running_since: now, finished_at: null } as const;

/** Who presses the button, and what they may do now. */
interface Mover {
  change: Change;
  access: Access;
}

type Work = (database: Transaction<Tables>, id: string, by: Mover) => Promise<unknown>;

/** Rows that are under way end; nothing else of it is sent. */
const MOVES: Record<Move, Work> = {
  pause: (database, id) =>
    database.updateTable('import').set({ status: 'Paused' }).where('id', '=', id).execute(),
  continue: (database, id, by) => runAgain(database, id, by),
  cancel: async (database, id) => {
    await database.updateTable('import').set({ status: 'Cancelled' }).where('id', '=', id).execute();
    await database
      .updateTable('import_row')
      .set({ state: 'cancelled' })
      .where('import_id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
  },
  retry: async (database, id, by) => {
    await runAgain(database, id, by);
    await database
      .updateTable('import_row')
      .set({ state: 'waiting', problem: null, detail: null, tries: 0, not_before: null, done_at: null })
      .where('import_id', '=', id)
      .where('state', '=', 'failed')
      .where('problem', 'not in', NEVER_AGAIN)
      .where(isInvitable(by.access))
      .execute();
  },
};

/** From now on its rows are sent in the name of the person who presses as well. */
async function runAgain(database: Transaction<Tables>, id: string, { change }: Mover): Promise<void> {
  const { actor, reason } = change;
  const { id: personId, name, staffRole } = actor;
  const continuedBy: ContinuedBy = { id: personId, name, staffRole, reason: reason || null };
  await database
    .updateTable('import')
    .set({ ...RUNNING, continued_by: JSON.stringify(continuedBy) })
    .where('id', '=', id)
    .execute();
}

/**
 * Pauses, continues, cancels an import, or has its failed rows sent again, on record. To continue, cancel or retry, one
 * must be allowed to give all roles of the rows that are not sent yet; of failed rows only those are sent again of which
 * one may give the roles. A row without a role needs the right to invite without one, except to cancel. Pausing gives and
 * takes nothing, so that anybody who invites can stop a mistake.
 * @throws Problem `resource.not_found`; `import.not_running` when its status does not allow it; `role.above_ceiling`,
 * `role.required`; as of `requireRoom`
 */
export async function moveImport(
  { database, record, template }: Pick<Portal, 'database' | 'record' | 'template'>,
  key: ImportKey,
  move: Move,
  by: By,
): Promise<void> {
  const { change } = by;
  const job = await findJob(database, key);
  change.target = { type: 'import', id: job.id, name: job.name };
  // First the template, from which it follows what they may give: else a new role is above everybody's ceiling.
  const known = await template.get((await roleSetsOf(database, job.id, isNotSent)).flat());
  const access = await by.authorizeAgain();
  const requireMovable = async (to: Database, status: ImportStatus) => {
    if (!FROM[move].includes(status))
      throw new Problem('import.not_running', `This import is ${status.toLowerCase()}.`);
    if (move === 'pause') return;
    const open = await roleSetsOf(to, job.id, (row) => row('state', 'in', ['waiting', 'sending']));
    requireMovableRoles(open, move, access, known);
    if (move === 'retry') await requireRetryable(to, job.id, access, known);
  };
  await requireMovable(database, job.status);
  await record.change(change, {}, () =>
    database.transaction().execute(async (transaction) => {
      const { status } = await transaction
        .selectFrom('import')
        .select('status')
        .where('id', '=', job.id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      await requireMovable(transaction, status);
      if (move === 'retry') {
        await beginAlone(transaction, job.organization_id);
        await requireRoomAgain(transaction, job, access);
      }
      await MOVES[move](transaction, job.id, { change, access });
    }),
  );
}

/** What has ended counts as an import that has not, once its failed rows are sent again. */
async function requireRoomAgain(
  database: Database,
  { id, organization_id, finished_at }: ImportJob,
  access: Access,
): Promise<void> {
  const { count } = await database
    .selectFrom('import_row')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('import_id', '=', id)
    .where('state', '=', 'failed')
    .where('problem', 'not in', NEVER_AGAIN)
    .where(isInvitable(access))
    .executeTakeFirstOrThrow();
  await requireRoom(database, organization_id, { imports: finished_at ? 1 : 0, rows: Number(count) });
}

async function requireRetryable(
  database: Database,
  id: string,
  access: Access,
  template: Template,
): Promise<void> {
  const retryable: Condition = (row) =>
    row.and([row('state', '=', 'failed'), row('problem', 'not in', NEVER_AGAIN)]);
  const found = await database
    .selectFrom('import_row')
    .select('number')
    .where('import_id', '=', id)
    .where(retryable)
    .where(isInvitable(access))
    .limit(1)
    .executeTakeFirst();
  if (found) return;
  requireMovableRoles(await roleSetsOf(database, id, retryable), 'retry', access, template);
  throw new Problem('import.not_running', 'No row of this import can be sent again.');
}

function requireMovableRoles(roleSets: string[][], move: Move, access: Access, template: Template): void {
  requireBelowCeiling([...new Set(roleSets.flat())], access, template, '/importId');
  const isWithoutRole = roleSets.some((roleIds) => roleIds.length === 0);
  if (isWithoutRole && move !== 'cancel') requireInvitable([], access, template, '/importId');
}

type Condition = (row: ExpressionBuilder<Tables, 'import_row'>) => Expression<SqlBool>;

const isNotSent: Condition = (row) => row('state', 'in', ['waiting', 'sending', 'failed']);

/** @returns ids of the roles that a row carries, for each set of them that occurs */
async function roleSetsOf(database: Database, id: string, where: Condition): Promise<string[][]> {
  const rows = await database
    .selectFrom('import_row')
    .select('roles')
    .distinct()
    .where('import_id', '=', id)
    .where(where)
    .execute();
  return rows.map(({ roles }) => roles.map((role) => role.id));
}
