import { Type, type Static } from 'typebox';
import { DateTime, Id } from './id.ts';
import { Invitation } from './invitation.ts';
import { MAX_AT_ONCE } from './limits.ts';
import { ProblemCodeSchema } from './problem.ts';

const roleIds = Type.Array(Id, { maxItems: 50, uniqueItems: true });

/** What a pending invitation shall be like afterwards; what is left out stays as it is. */
export const InvitationChangeInput = Type.Object(
  { roleIds: Type.Optional(roleIds), expiresAt: Type.Optional(DateTime) },
  { additionalProperties: false, minProperties: 1 },
);
export type InvitationChangeInput = Static<typeof InvitationChangeInput>;

/** Default: valid as long as it was before. */
export const InvitationRenewalInput = Type.Object(
  { expiresAt: Type.Optional(DateTime) },
  { additionalProperties: false },
);
export type InvitationRenewalInput = Static<typeof InvitationRenewalInput>;

/** An invitation that was sent again, or the one that took its place because it had expired or was about to. */
export const ResentInvitation = Type.Object({
  invitation: Invitation,
  isRenewed: Type.Boolean(),
  /** False: there is no way to send e-mails, so the link has to be handed over. */
  isMailed: Type.Boolean(),
});
export type ResentInvitation = Static<typeof ResentInvitation>;

const invitationIds = Type.Array(Id, { minItems: 1, maxItems: MAX_AT_ONCE, uniqueItems: true });

export const InvitationsInput = Type.Object({ invitationIds }, { additionalProperties: false });
export type InvitationsInput = Static<typeof InvitationsInput>;

/** An end for all, or each as long as it was before. */
export const InvitationRenewalsInput = Type.Object(
  { invitationIds, expiresAt: Type.Optional(DateTime) },
  { additionalProperties: false },
);

/** What became of one of several: the invitation as it is now, nothing where it is gone, or the reason why not. */
export const InvitationOutcome = Type.Object({
  invitationId: Id,
  invitation: Type.Optional(Invitation),
  isRenewed: Type.Optional(Type.Boolean()),
  isMailed: Type.Optional(Type.Boolean()),
  /** To hand over. Only `POST …/invitations/links` gives it: that call is on record, and support says why. */
  link: Type.Optional(Type.String()),
  problem: Type.Optional(Type.Object({ code: ProblemCodeSchema, detail: Type.String() })),
});
export type InvitationOutcome = Static<typeof InvitationOutcome>;

export const InvitationOutcomes = Type.Object({ results: Type.Array(InvitationOutcome) });
export type InvitationOutcomes = Static<typeof InvitationOutcomes>;
