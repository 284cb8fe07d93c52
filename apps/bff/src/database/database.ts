import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { ImportRowTable, ImportTable } from '../imports/tables.ts';
import type { InvitationDetailsTable } from '../invitations/details-table.ts';
import type { JoinLinkUseTable } from '../join/join-link-use-table.ts';
import type { ActivityTable } from '../record/activity-table.ts';

export interface Tables {
  activity: ActivityTable;
  invitation_details: InvitationDetailsTable;
  import: ImportTable;
  import_row: ImportRowTable;
  join_link_use: JoinLinkUseTable;
}

/** PostgreSQL, or the one in the process: the same SQL for both. */
export type Database = Kysely<Tables>;

/** @returns the database behind these connections */
export const over = (pool: PostgresPool): Database =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
