export * from './email-address.ts';
export * from './language.ts';
export * from './link-header.ts';
export * from './pagination.ts';
export * from './permission.ts';
export * from './problem.ts';
export * from './reason.ts';
export type * from './schema/index.ts';
export { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES, TARGET_TYPES } from './schema/activity-names.ts';
export {
  IMPORT_ROW_STATES,
  IMPORT_STATUSES,
  INVITATION_STATUSES,
  MAX_EXPIRY_DAYS,
  MAX_IMPORT_ROWS,
  MAX_INVITEES,
} from './schema/limits.ts';
