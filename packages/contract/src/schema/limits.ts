export const INVITATION_STATUSES = ['Pending', 'Accepted', 'Expired', 'Revoked'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

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

/** `other_person`: somebody else is signed in, who learns nothing more. */
export const JOIN_STATES = ['pending', 'expired', 'revoked', 'declined', 'accepted', 'other_person'] as const;
export type JoinState = (typeof JOIN_STATES)[number];
