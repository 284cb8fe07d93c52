import type { Invitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { CutText } from '../../ui/CutText.tsx';

export function Inviter({ inviter }: Pick<Invitation, 'inviter'>) {
  const { t } = useTranslation();
  if (!inviter) return <span className="muted">{t('invitations.inviterUnknown')}</span>;
  return <CutText>{inviter.name?.trim() || t('invitations.inviterUnnamed')}</CutText>;
}
