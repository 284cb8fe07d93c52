import { useTranslation } from 'react-i18next';
import { dayOf } from '../../../format/date-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import type { DraftRow } from './draft/draft-row.ts';

/** How long the invitation of a row is valid, or that it is as long as for all. */
export function OwnExpiry({ expiry }: { expiry: DraftRow['expiry'] | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!expiry) return <span className="muted">{t('invite.asForAll')}</span>;
  if ('unreadable' in expiry) return expiry.unreadable;
  if ('days' in expiry) return t('invitations.days', { count: expiry.days });
  return t('invite.until', { day: dayOf(expiry.lastDay.toISOString(), language) });
}
