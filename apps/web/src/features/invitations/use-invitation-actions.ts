import type { Invitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useChange } from '../../changes/use-change.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { useMay } from '../../organization/use-may.ts';
import { resendChange } from './resend-change.ts';
import { useKeptState } from '../../kept-work/use-kept.ts';

export type InvitationAction = 'resend' | 'renew' | 'change' | 'link' | 'revoke' | 'delete';

/** What the person may do with invitations, and which of it is under way. */
export function useInvitationActions() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { access } = useOrganization();
  const { change } = useChange();
  const may = {
    resend: useMay('invitations', 'resend'),
    change: useMay('invitations', 'change'),
    link: useMay('invitations', 'link'),
    revoke: useMay('invitations', 'revoke'),
    delete: useMay('invitations', 'delete'),
  };
  const [underWay, setUnderWay] = useKeptState<
    { action: InvitationAction; invitation: Invitation } | undefined
  >('invitation.action', undefined);

  return {
    may,
    mayAny: Object.values(may).some(Boolean),
    underWay,
    /** Resending harms nobody, so it asks only those who must give a reason. */
    start(action: InvitationAction, invitation: Invitation) {
      if (action !== 'resend' || access.isReasonRequired) setUnderWay({ action, invitation });
      else change(resendChange(invitation, t, language)).catch(ignoreTold);
    },
    end: () => setUnderWay(undefined),
  };
}

export type InvitationActions = ReturnType<typeof useInvitationActions>;

/** `change` has told the person already. */
function ignoreTold(): void {}
