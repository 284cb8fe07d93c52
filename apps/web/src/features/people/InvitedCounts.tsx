import { INVITATION_STATUSES, type InvitationStatus } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';

/** How many invitations somebody without an account has, in words: "2 expired invitations". */
export function InvitedCounts({ counts }: { counts: Record<InvitationStatus, number> }) {
  const { t } = useTranslation();
  const words = INVITATION_STATUSES.filter((status) => counts[status] > 0).map((status) =>
    t(`people.invited.${status}`, { count: counts[status] }),
  );
  return words.length > 0 && <span className="muted">{words.join(t('people.listSeparator'))}</span>;
}
