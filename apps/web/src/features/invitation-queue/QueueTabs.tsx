import {
  QUEUE_KINDS,
  type InvitationQueueCounts,
  type QueuedInvitation,
  type QueueKind,
} from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import { CountTabs } from '../../filters/CountTabs.tsx';
import type { RecordListState } from '../../list/use-record-list.ts';
import { QUEUE_FILTERS } from './use-queue.ts';

interface QueueTabsProps {
  list: RecordListState<QueuedInvitation>;
  kind: QueueKind;
}

/** What there is to look after, with how much of it, of what search and filters leave. */
export function QueueTabs({ list, kind }: QueueTabsProps) {
  const { t } = useTranslation();
  const query = Object.fromEntries(
    QUEUE_FILTERS.flatMap((name) => {
      const value = list.filterValue(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { result } = useCustom<InvitationQueueCounts, HttpError>({
    url: 'invitations/counts',
    method: 'get',
    config: { query },
    errorNotification: false,
  });
  const counts = result.data as Partial<InvitationQueueCounts>;
  return (
    <CountTabs
      label={t('invitationQueue.kindFilter')}
      value={kind}
      tabs={QUEUE_KINDS.map((one) => ({
        value: one,
        label: t(`invitationQueue.kinds.${one}`),
        count: counts[one],
        isCapped: counts.capped?.includes(one) ?? false,
      }))}
      onChange={(next) => list.setFilter('kind', next === 'expiring' ? undefined : next)}
    />
  );
}
