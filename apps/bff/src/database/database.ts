import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { IdempotencyKeyTable } from '../idempotency/table.ts';
import type { ImportRowTable, ImportTable } from '../imports/tables.ts';
import type { InvitationDetailsTable } from '../invitations/details-table.ts';
import type {
  InvitationIndexOrganizationTable,
  InvitationIndexStateTable,
  InvitationIndexTable,
} from '../invitation-index/tables.ts';
import type { JoinLinkUseTable, JoinMessageUseTable } from '../join/join-link-use-table.ts';
import type { ActivityTable } from '../record/activity-table.ts';
import type {
  ReviewRemovalLineTable,
  ReviewRemovalOrganizationTable,
  ReviewRemovalTable,
} from '../removals/tables.ts';
import type { AccessReviewLineTable, AccessReviewTable } from '../reviews/tables.ts';
import type {
  SnapshotMembershipTable,
  SnapshotOrganizationTable,
  SnapshotRoleTable,
  SnapshotTable,
} from '../snapshots/tables.ts';
import { tellingUnavailable } from './unavailable.ts';
import type { SuspensionCheckTable, SuspensionTable } from '../suspensions/tables.ts';

export interface Tables {
  activity: ActivityTable;
  invitation_details: InvitationDetailsTable;
  invitation_index: InvitationIndexTable;
  invitation_index_organization: InvitationIndexOrganizationTable;
  invitation_index_state: InvitationIndexStateTable;
  idempotency_key: IdempotencyKeyTable;
  import: ImportTable;
  import_row: ImportRowTable;
  join_link_use: JoinLinkUseTable;
  join_message_use: JoinMessageUseTable;
  snapshot: SnapshotTable;
  access_review: AccessReviewTable;
  access_review_line: AccessReviewLineTable;
  review_removal: ReviewRemovalTable;
  review_removal_line: ReviewRemovalLineTable;
  review_removal_organization: ReviewRemovalOrganizationTable;
  snapshot_organization: SnapshotOrganizationTable;
  snapshot_membership: SnapshotMembershipTable;
  snapshot_role: SnapshotRoleTable;
  suspension: SuspensionTable;
  suspension_check: SuspensionCheckTable;
}

/** PostgreSQL, or the one in the process: the same SQL for both. */
export type Database = Kysely<Tables>;

/** @returns the database behind these connections; queries throw DatabaseUnavailable when it cannot be used */
export const over = (pool: PostgresPool): Database =>
  new Kysely<Tables>({ dialect: new PostgresDialect({ pool: tellingUnavailable(pool) }) });
