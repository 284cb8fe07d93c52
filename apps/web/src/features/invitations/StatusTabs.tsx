import { INVITATION_STATES } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../list/use-record-list.ts';
import { CountTabs } from '../../filters/CountTabs.tsx';
import { useInvitationCounts } from './use-invitation-counts.ts';

/** The states with how many there are in each, of those that search and filters leave. */
export function StatusTabs({ list }: { list: RecordListState }) {
  const { t } = useTranslation();
  const counts = useInvitationCounts(list);
  return (
    <CountTabs
      label={t('invitations.statusFilter')}
      value={list.filterValue('status')}
      tabs={[
        { value: '', label: t('following.all'), count: counts.all },
        ...INVITATION_STATES.map((state) => ({
          value: state,
          label: t(`invitations.statuses.${state}`),
          count: counts[state],
        })),
      ]}
      onChange={(status) => list.setFilter('status', status || undefined)}
    />
  );
}
