export * from './email-address.ts';
export * from './idempotency.ts';
export * from './language.ts';
export * from './link-header.ts';
export * from './pagination.ts';
export * from './permission.ts';
export * from './problem.ts';
export * from './acting-person.ts';
export * from './reason.ts';
export * from './search-pattern.ts';
export * from './search-text.ts';
export * from './spreadsheet-text.ts';
export * from './visible-text.ts';
export type * from './schema/index.ts';
export { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES, TARGET_TYPES } from './schema/activity-names.ts';
export {
  EXPIRING_HOURS,
  IDLE_DAYS,
  MANY_ORGANIZATIONS,
  MEMBERSHIP_FLAGS,
  ORGANIZATION_FLAGS,
  IMPORT_ROW_STATES,
  IMPORT_STATUSES,
  INVITATION_STATES,
  INVITATION_STATUSES,
  MAX_AT_ONCE,
  MAX_CHECKED_FIRST,
  MAX_DECISIONS,
  MAX_EXPIRY_DAYS,
  MAX_IMPORT_ROWS,
  MAX_INVITATIONS,
  MAX_INVITEES,
  MAX_NAMED_ORGANIZATIONS,
  MAX_OPEN_IMPORTS,
  MAX_ORGANIZATIONS,
  MAX_REVIEW_LINES,
  MAX_REVIEW_ORGANIZATIONS,
  MAX_WAITING_ROWS,
  PERSON_FIELDS,
  PERSON_MATCHES,
  PERSON_STATES,
  QUEUE_KINDS,
  REMOVAL_STATES,
  REVIEW_DIFFERENCES,
  REVIEW_STATUSES,
  TREND_DAYS,
} from './schema/limits.ts';
