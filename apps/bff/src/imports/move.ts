import type { ImportStatus } from '@org-portal/contract';
import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { findJob, type ImportKey } from './find.ts';
import { NEVER_AGAIN } from './judge.ts';
import { beginAlone, requireRoom } from './require-room.ts';
import type { ImportJob } from './tables.ts';

export type Move = 'pause' | 'continue' | 'cancel' | 'retry';

const FROM: Record<Move, readonly ImportStatus[]> = {
  pause: ['Running'],
  continue: ['Paused'],
  cancel: ['Running', 'Paused'],
  retry: ['Running', 'Paused', 'Finished'],
};

const now = sql<Date>`clock_timestamp()`;
const RUNNING = { status: 'Running', running_since: now, finished_at: null } as const;

type Work = (database: Transaction<Tables>, id: string) => Promise<unknown>;

/** Rows that are under way end; nothing else of it is sent. */
const MOVES: Record<Move, Work> = {
  pause: (database, id) =>
    database.updateTable('import').set({ status: 'Paused' }).where('id', '=', id).execute(),
  continue: (database, id) => database.updateTable('import').set(RUNNING).where('id', '=', id).execute(),
  cancel: async (database, id) => {
    await database.updateTable('import').set({ status: 'Cancelled' }).where('id', '=', id).execute();
    await database
      .updateTable('import_row')
      .set({ state: 'cancelled' })
      .where('import_id', '=', id)
      .where('state', '=', 'waiting')
      .execute();
  },
  retry: async (database, id) => {
    await database.updateTable('import').set(RUNNING).where('id', '=', id).execute();
    await database
      .updateTable('import_row')
      .set({ state: 'waiting', problem: null, detail: null, tries: 0, not_before: null, done_at: null })
      .where('import_id', '=', id)
      .where('state', '=', 'failed')
      .where('problem', 'not in', NEVER_AGAIN)
      .execute();
  },
};

/**
 * Pauses, continues, cancels an import, or has its failed rows sent again, on record.
 * @throws Problem `resource.not_found`; `import.not_running` when its status does not allow it; as of `requireRoom`
 */
export async function moveImport(
  { database, record }: Pick<Portal, 'database' | 'record'>,
  key: ImportKey,
  move: Move,
  change: Change,
): Promise<void> {
  const job = await findJob(database, key);
  change.target = { type: 'import', id: job.id, name: job.name };
  await requireMovable(database, job.id, job.status, move);
  await record.change(change, {}, () =>
    database.transaction().execute(async (transaction) => {
      const { status } = await transaction
        .selectFrom('import')
        .select('status')
        .where('id', '=', job.id)
        .forUpdate()
        .executeTakeFirstOrThrow();
      await requireMovable(transaction, job.id, status, move);
      if (move === 'retry') {
        await beginAlone(transaction, job.organization_id);
        await requireRoomAgain(transaction, job);
      }
      await MOVES[move](transaction, job.id);
    }),
  );
}

/** What has ended counts as an import that has not, once its failed rows are sent again. */
async function requireRoomAgain(
  database: Database,
  { id, organization_id, finished_at }: ImportJob,
): Promise<void> {
  const { count } = await database
    .selectFrom('import_row')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('import_id', '=', id)
    .where('state', '=', 'failed')
    .where('problem', 'not in', NEVER_AGAIN)
    .executeTakeFirstOrThrow();
  await requireRoom(database, organization_id, { imports: finished_at ? 1 : 0, rows: Number(count) });
}

async function requireMovable(
  database: Database,
  id: string,
  status: ImportStatus,
  move: Move,
): Promise<void> {
  if (!FROM[move].includes(status))
    throw new Problem('import.not_running', `This import is ${status.toLowerCase()}.`);
  if (move !== 'retry') return;
  const failed = await database
    .selectFrom('import_row')
    .select('number')
    .where('import_id', '=', id)
    .where('state', '=', 'failed')
    .where('problem', 'not in', NEVER_AGAIN)
    .executeTakeFirst();
  if (!failed) throw new Problem('import.not_running', 'No row of this import can be sent again.');
}
