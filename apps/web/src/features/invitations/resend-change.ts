import type { Invitation, ResentInvitation } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import type { Change } from '../../changes/use-change.ts';
import { exactTime } from '../../format/date-time.ts';

/** Sends the message again. The answer tells until when it is valid, and whether it had to be a new invitation. */
export function resendChange({ id, invitee: address }: Invitation, t: TFunction, language: string): Change {
  return {
    method: 'post',
    path: 'invitations/{invitationId}/resend',
    params: { invitationId: id },
    success: resentWords(address, t, language),
    failure: t('invitations.resendFailed', { address }),
  };
}

/** Makes a new one in its place. @param expiresAt RFC 3339 */
export function renewChange(
  { id, invitee: address }: Invitation,
  expiresAt: string,
  t: TFunction,
  language: string,
): Change {
  return {
    method: 'post',
    path: 'invitations/{invitationId}/renew',
    params: { invitationId: id },
    values: { expiresAt },
    success: resentWords(address, t, language),
    failure: t('following.renewFailed', { address }),
  };
}

const resentWords =
  (address: string, t: TFunction, language: string) =>
  ({ invitation, isRenewed, isMailed }: ResentInvitation): string => {
    const when = exactTime(invitation.expiresAt, language);
    const said = t(isRenewed ? 'following.renewed' : 'following.resent', { address, when });
    return isMailed ? said : `${said} ${t('following.notMailed')}`;
  };
