export const oneTimeTokenStatuses = ['active', 'consumed', 'revoked', 'expired'] as const;
export type OneTimeTokenStatus = (typeof oneTimeTokenStatuses)[number];

/** What a magic link carries: whoever brings it signs in as the owner of the e-mail, once. */
export interface OneTimeToken {
  readonly id: string;
  readonly email: string;
  readonly token: string;
  /** The organizations that the person joins on signing in. */
  readonly context: { readonly jitOrganizationIds?: readonly string[] };
  readonly status: OneTimeTokenStatus;
  readonly createdAt: number;
  readonly expiresAt: number;
}
