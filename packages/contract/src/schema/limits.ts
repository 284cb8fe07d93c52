export const INVITATION_STATUSES = ['Pending', 'Accepted', 'Expired', 'Revoked'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** As people tell them apart: Logto has no word for what the invited person declined, and calls it revoked. */
export const INVITATION_STATES = [...INVITATION_STATUSES, 'Declined'] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Invitations of which one request may do something with each. */
export const MAX_AT_ONCE = 100;
/** Hours before its end in which a pending invitation counts as ending soon. */
export const EXPIRING_HOURS = 48;
/** Days that a chart of invitations goes back. */
export const TREND_DAYS = 90;

/** What needs somebody's hand, across organizations. */
export const QUEUE_KINDS = ['expiring', 'pending', 'expired', 'failed'] as const;
export type QueueKind = (typeof QUEUE_KINDS)[number];

/** By what people are looked for, and how. */
export const PERSON_FIELDS = ['any', 'email', 'name', 'phone', 'username', 'id'] as const;
export type PersonField = (typeof PERSON_FIELDS)[number];
export const PERSON_MATCHES = ['contains', 'exact'] as const;
export type PersonMatch = (typeof PERSON_MATCHES)[number];

/** `no_account`: only invited. `not_member`: of an organization that the asker sees; more is not told. */
export const PERSON_STATES = ['active', 'suspended', 'no_account', 'not_member'] as const;
export type PersonState = (typeof PERSON_STATES)[number];

/** Organizations to which one person may be invited at once. */
export const MAX_ORGANIZATIONS = 50;

/** Addresses that one request may invite. */
export const MAX_INVITEES = 100;
/** Days that an invitation may be valid at the most. */
export const MAX_EXPIRY_DAYS = 365;

export const IMPORT_STATUSES = ['Running', 'Paused', 'Finished', 'Cancelled'] as const;
export type ImportStatus = (typeof IMPORT_STATUSES)[number];

/** `sending`: it may have been sent; whether it was, is being found out where nobody waits for the answer any more. */
export const IMPORT_ROW_STATES = ['waiting', 'sending', 'sent', 'failed', 'cancelled'] as const;
export type ImportRowState = (typeof IMPORT_ROW_STATES)[number];

/** Rows of one import. */
export const MAX_IMPORT_ROWS = 10_000;
/** Imports of one organization that have not ended, and rows of them that wait. */
export const MAX_OPEN_IMPORTS = 10;
export const MAX_WAITING_ROWS = 20_000;
/** Of one organization, above which no import begins: Logto lists them in one piece. */
export const MAX_INVITATIONS = 50_000;

/** `other_person`: somebody else is signed in, who learns nothing more. */
export const JOIN_STATES = ['pending', 'expired', 'revoked', 'declined', 'accepted', 'other_person'] as const;
export type JoinState = (typeof JOIN_STATES)[number];

/** `TooLarge`: it holds more than anybody reviews, and was not kept. */
export const SNAPSHOT_STATUSES = ['Listing', 'Reading', 'Finished', 'TooLarge', 'Cancelled'] as const;
export type SnapshotStatus = (typeof SNAPSHOT_STATUSES)[number];
/** Memberships of one snapshot, and lines of one review. */
export const MAX_REVIEW_LINES = 1_000_000;

/** What is odd about a membership. */
export const MEMBERSHIP_FLAGS = ['idle_admin', 'suspended_with_role', 'no_role', 'admin_in_several'] as const;
export type MembershipFlag = (typeof MEMBERSHIP_FLAGS)[number];
/** What is odd about an organization. */
export const ORGANIZATION_FLAGS = ['no_admin', 'one_admin', 'gone'] as const;
export type OrganizationFlag = (typeof ORGANIZATION_FLAGS)[number];
/** Days without a sign-in after which an admin counts as idle. */
export const IDLE_DAYS = 90;
/** Organizations of which one person is an admin before it is odd. */
export const MANY_ORGANIZATIONS = 3;

/** `TooLarge`: it would have more lines than anybody reviews. `Closed`: nothing of it changes any more. */
export const REVIEW_STATUSES = ['Preparing', 'TooLarge', 'Open', 'Closed', 'Cancelled'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];
export const REVIEW_DECISIONS = ['keep', 'remove'] as const;
export type ReviewDecision = (typeof REVIEW_DECISIONS)[number];
/** What a review has that the one before it had not, the other way round, or decided otherwise. */
export const REVIEW_DIFFERENCES = ['added', 'gone', 'decided_otherwise'] as const;
export type ReviewDifference = (typeof REVIEW_DIFFERENCES)[number];
/** What came of taking away what was marked. `gone`: somebody else had; `refused`: nobody may; `failed`: it can be tried again. */
export const REMOVAL_STATES = ['waiting', 'removed', 'gone', 'refused', 'failed'] as const;
export type RemovalState = (typeof REMOVAL_STATES)[number];
/** Whether an organization of somebody who was suspended still has an admin: not known yet, yes, no, or it was deleted. */
export const SUSPENSION_CHECK_STATES = ['waiting', 'kept', 'left', 'gone'] as const;
export type SuspensionCheckState = (typeof SUSPENSION_CHECK_STATES)[number];
/** Organizations that are checked for another admin before somebody is suspended; of more, afterwards. */
export const MAX_CHECKED_FIRST = 20;
/** Lines that one request may decide. */
export const MAX_DECISIONS = 500;
/** Organizations that a review may be narrowed to. */
export const MAX_REVIEW_ORGANIZATIONS = 1_000;
/** Organizations of a review that are called by their names; of more, how many there are. */
export const MAX_NAMED_ORGANIZATIONS = 5;
