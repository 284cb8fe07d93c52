export const INVITATION_STATUSES = ['Pending', 'Accepted', 'Expired', 'Revoked'] as const;
export type InvitationStatus = (typeof INVITATION_STATUSES)[number];

/** Addresses that one request may invite. */
export const MAX_INVITEES = 100;
/** Days that an invitation may be valid at the most. */
export const MAX_EXPIRY_DAYS = 365;
