import { MAX_INVITATIONS, MAX_OPEN_IMPORTS, MAX_WAITING_ROWS } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { Problem } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';

interface Added {
  /** 0: one that was counted already goes on. */
  imports: 0 | 1;
  /** Rows that will wait. */
  rows: number;
}

/**
 * Keeps imports of one organization within bounds: those that have not ended, their rows, and all invitations that there
 * would be, since Logto lists the invitations of an organization in one piece.
 * @throws Problem `import.limit_reached`, `invitation.limit_reached`, `audit.unavailable`
 */
export async function requireRoom(
  database: Database,
  organizationId: string,
  { imports, rows }: Added,
): Promise<void> {
  const [open, waiting, kept] = await readable(
    Promise.all([
      database
        .selectFrom('import')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('organization_id', '=', organizationId)
        .where('finished_at', 'is', null)
        .executeTakeFirstOrThrow(),
      database
        .selectFrom('import_row')
        .innerJoin('import', 'import.id', 'import_row.import_id')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('organization_id', '=', organizationId)
        .where('state', 'in', ['waiting', 'sending'])
        .executeTakeFirstOrThrow(),
      database
        .selectFrom('invitation_index')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('organization_id', '=', organizationId)
        .executeTakeFirstOrThrow(),
    ]),
  );
  if (Number(open.count) + imports > MAX_OPEN_IMPORTS)
    throw new Problem(
      'import.limit_reached',
      `An organization may have ${MAX_OPEN_IMPORTS} imports that have not ended. Wait for one to end, or cancel one.`,
    );
  const willWait = Number(waiting.count) + rows;
  if (willWait > MAX_WAITING_ROWS)
    throw new Problem(
      'import.limit_reached',
      `An organization may have ${MAX_WAITING_ROWS} people waiting in its imports; with these there would be ${willWait}.`,
    );
  const willBe = Number(kept.count) + willWait;
  if (willBe > MAX_INVITATIONS)
    throw new Problem(
      'invitation.limit_reached',
      `An organization may have ${MAX_INVITATIONS} invitations; with these there would be ${willBe}. Delete old ones first.`,
    );
}

/** First key of the advisory locks, so that they are not mistaken for others'. */
const IMPORT_CLASS = 0x4f5246;

/** Has imports of one organization begin one after another, until the transaction ends. */
export async function beginAlone(transaction: Database, organizationId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(${IMPORT_CLASS}, hashtext(${organizationId}))`.execute(transaction);
}
