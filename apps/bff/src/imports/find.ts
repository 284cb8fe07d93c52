import type { Access, Import, ImportRowState, Page, PageRequest } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { notFound } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';
import { isInvitable, NEVER_AGAIN } from './judge.ts';
import type { ImportJob } from './tables.ts';
import { NONE, toImport, type Progress } from './view.ts';

export interface ImportKey {
  organizationId: string;
  importId: string;
}

/** @throws Problem `resource.not_found`, for an import of another organization too */
export async function findJob(
  database: Database,
  { organizationId, importId }: ImportKey,
): Promise<ImportJob> {
  const job = await readable(
    database
      .selectFrom('import')
      .selectAll()
      .where('id', '=', importId)
      .where('organization_id', '=', organizationId)
      .executeTakeFirst(),
  );
  if (!job) throw notFound();
  return job;
}

/** @param access of the person who asks. @throws Problem as of `findJob` */
export async function findImport(database: Database, key: ImportKey, access: Access): Promise<Import> {
  const job = await findJob(database, key);
  return toImport(job, (await progressOf(database, [job], access)).get(job.id));
}

/** @returns a page of the organization's imports, newest first. @param access of the person who asks */
export async function listImports(
  database: Database,
  organizationId: string,
  { page, pageSize }: PageRequest,
  access: Access,
): Promise<Page<Import>> {
  const all = database.selectFrom('import').where('organization_id', '=', organizationId);
  const [jobs, { total }] = await readable(
    Promise.all([
      all
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    ]),
  );
  const progress = await progressOf(database, jobs, access);
  return {
    items: jobs.map((job) => toImport(job, progress.get(job.id))),
    total: Number(total),
    isTotalCapped: false,
  };
}

/** Rows by state, the roles of those that are not sent yet, and the pace of the last minute of those that run. */
async function progressOf(
  database: Database,
  jobs: Pick<ImportJob, 'id' | 'status'>[],
  access: Access,
): Promise<Map<string, Progress>> {
  const progress = new Map<string, Progress>(
    jobs.map(({ id }) => [id, { ...NONE, counts: new Map(), roles: new Map() }]),
  );
  const ids = [...progress.keys()];
  if (ids.length === 0) return progress;
  const running = jobs.filter(({ status }) => status === 'Running').map(({ id }) => id);
  const [counts, paces, roles] = await readable(
    Promise.all([
      database
        .selectFrom('import_row')
        .select([
          'import_id',
          'state',
          ({ fn }) => fn.countAll<string>().as('count'),
          ({ fn }) =>
            fn
              .countAll<string>()
              .filterWhere('problem', 'not in', NEVER_AGAIN)
              .filterWhere(isInvitable(access))
              .as('retryable'),
        ])
        .where('import_id', 'in', ids)
        .groupBy(['import_id', 'state'])
        .execute(),
      running.length === 0 ? [] : pacesOf(database, running),
      database
        .selectFrom('import_row')
        .select(['import_id', 'roles'])
        .distinct()
        .where('import_id', 'in', ids)
        .where('state', 'in', ['waiting', 'sending'])
        .execute(),
    ]),
  );
  for (const { import_id, state, count, retryable } of counts) {
    const one = progress.get(import_id);
    one?.counts.set(state satisfies ImportRowState, Number(count));
    if (one && state === 'failed') one.retryable = Number(retryable);
  }
  for (const { import_id, roles: some } of roles)
    for (const { id, name } of some) progress.get(import_id)?.roles.set(id, name);
  for (const { id, pace } of paces) {
    const one = progress.get(id);
    if (one) one.pace = Number(pace);
  }
  return progress;
}

/** Rows a second, over the last minute or since it began to run. */
function pacesOf(database: Database, ids: string[]) {
  const since = sql<Date>`greatest(import.running_since, now() - interval '1 minute')`;
  return database
    .selectFrom('import')
    .leftJoin('import_row', (join) =>
      join.onRef('import_row.import_id', '=', 'import.id').on('import_row.done_at', '>=', since),
    )
    .select([
      'import.id',
      ({ fn }) =>
        sql<string>`${fn.count('import_row.number')} / greatest(1, extract(epoch from now() - ${since}))`.as(
          'pace',
        ),
    ])
    .where('import.id', 'in', ids)
    .groupBy('import.id')
    .execute();
}
