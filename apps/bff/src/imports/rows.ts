import type { ImportRow, ImportRowState, Page, PageRequest } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import { readable } from '../record/unavailable.ts';
import { findJob, type ImportKey } from './find.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';
import { toImportRow } from './view.ts';

/** Rows that are read at a time. */
const CHUNK = 1_000;

/** @returns a page of the import's rows, as they were handed in. @throws Problem as of `findJob` */
export async function listRows(
  { database }: Pick<Portal, 'database'>,
  key: ImportKey,
  { page, pageSize }: PageRequest,
  state?: ImportRowState,
): Promise<Page<ImportRow>> {
  const job = await findJob(database, key);
  let rows = database.selectFrom('import_row').selectAll().where('import_id', '=', job.id);
  if (state) rows = rows.where('state', '=', state);
  const found = await readable(
    rows
      .orderBy('number')
      .limit(pageSize)
      .offset((page - 1) * pageSize)
      .execute(),
  );
  const { total } = await readable(
    rows
      .clearSelect()
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow(),
  );
  return {
    items: found.map(toImportRow),
    total: Number(total),
    isTotalCapped: false,
  };
}

/** Gives all rows of an import, read as fast as they are taken. */
export async function* allRows(
  { database }: Portal,
  { id }: ImportJob,
): AsyncGenerator<ImportJobRow, void, undefined> {
  for (let last = 0; ;) {
    const chunk = await readable(
      database
        .selectFrom('import_row')
        .selectAll()
        .where('import_id', '=', id)
        .where('number', '>', last)
        .orderBy('number')
        .limit(CHUNK)
        .execute(),
    );
    yield* chunk;
    if (chunk.length < CHUNK) return;
    last = chunk.at(-1)?.number ?? last;
  }
}
