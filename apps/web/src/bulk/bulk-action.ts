/** What can be done with many invitations at once. */
export type BulkAction = 'resend' | 'renew' | 'revoke' | 'delete' | 'links';
