import type { Page, PageRequest, Snapshot } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { notFound } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';
import type { SnapshotRow } from './tables.ts';

/** Stands for the last one of all organizations that was finished. */
const LATEST = 'latest';

/** @throws Problem `resource.not_found`, also while there is no finished one */
export async function findSnapshot(database: Database, id: string): Promise<SnapshotRow> {
  const all = database.selectFrom('snapshot').selectAll();
  const wanted =
    id === LATEST
      ? all
          .where('status', '=', 'Finished')
          .where('organization_ids', 'is', null)
          .orderBy('finished_at', 'desc')
          .limit(1)
      : all.where('id', '=', id);
  const snapshot = await readable(wanted.executeTakeFirst());
  if (!snapshot) throw notFound();
  return snapshot;
}

/** @returns a page of the snapshots of all organizations, newest first */
export async function listSnapshots(
  database: Database,
  { page, pageSize }: PageRequest,
): Promise<Page<Snapshot>> {
  const all = database.selectFrom('snapshot').where('organization_ids', 'is', null);
  const [rows, { total }] = await readable(
    Promise.all([
      all
        .selectAll()
        .orderBy('created_at', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    ]),
  );
  return { items: await showSnapshots(database, rows), total: Number(total), isTotalCapped: false };
}

/** @returns them with how far they have come */
export async function showSnapshots(database: Database, rows: SnapshotRow[]): Promise<Snapshot[]> {
  if (rows.length === 0) return [];
  const progress = await readable(
    database
      .selectFrom('snapshot_organization')
      .select([
        'snapshot_id',
        ({ fn }) => fn.countAll<string>().as('total'),
        ({ fn }) => fn.countAll<string>().filterWhere('state', '=', 'read').as('read'),
        ({ fn }) => fn.countAll<string>().filterWhere('state', '=', 'gone').as('gone'),
        ({ fn }) => fn.sum<string | null>('members').as('expected'),
        sql<string>`coalesce(sum(case
          when state in ('read', 'gone') then members else least(members, (next_page - 1) * 100)
        end), 0)`.as('members_read'),
      ])
      .where(
        'snapshot_id',
        'in',
        rows.map(({ id }) => id),
      )
      .groupBy('snapshot_id')
      .execute(),
  );
  const byId = new Map(progress.map((one) => [one.snapshot_id, one]));
  return rows.map((row) => {
    const { total, read, gone, expected, members_read } = byId.get(row.id) ?? {};
    return {
      id: row.id,
      status: row.status,
      createdBy: { id: row.actor_id, name: row.actor_name },
      createdAt: row.created_at.toISOString(),
      finishedAt: row.finished_at?.toISOString() ?? null,
      organizations: {
        total: Number(total ?? 0),
        read: Number(read ?? 0),
        gone: Number(gone ?? 0),
        unlisted: row.unlisted,
      },
      memberships: { read: Number(members_read ?? 0), expected: Number(expected ?? 0) },
    };
  });
}

export const showSnapshot = async (database: Database, row: SnapshotRow): Promise<Snapshot> =>
  (await showSnapshots(database, [row]))[0] as Snapshot;
