import type { Invitation } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import type { Change } from '../../changes/use-change.ts';

export function resendChange({ id, invitee: address }: Invitation, t: TFunction): Change {
  return {
    method: 'post',
    path: 'invitations/{invitationId}/resend',
    params: { invitationId: id },
    success: t('invitations.resent', { address }),
    failure: t('invitations.resendFailed', { address }),
  };
}
