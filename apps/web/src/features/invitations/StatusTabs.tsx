import { INVITATION_STATES, type InvitationCounts } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { CountTabs } from '../../filters/CountTabs.tsx';

/** The states with how many there are in each, of those that search and filters leave. */
export function StatusTabs({ list }: { list: RecordListState }) {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const query = Object.fromEntries(
    (['q', 'role', 'inviter', 'expiring'] as const).flatMap((name) => {
      const value = list.filterValue(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { result } = useCustom<InvitationCounts, HttpError>({
    url: 'organizations/{organizationId}/invitations/counts',
    method: 'get',
    config: { query },
    meta: { organizationId },
    errorNotification: false,
  });
  const counts = result.data as Partial<InvitationCounts>;
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
