import { QUEUE_KINDS, type QueuedInvitation, type QueueKind } from '@org-portal/contract';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkAction } from '../../bulk/bulk-action.ts';
import { IndexAge } from '../../invitation-index/IndexAge.tsx';
import { useMayAsStaff } from '../../session/use-may-as-staff.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { NothingQueued } from './NothingQueued.tsx';
import { QueueBulk } from './QueueBulk.tsx';
import { QueueFilters } from './QueueFilters.tsx';
import { QueueTabs } from './QueueTabs.tsx';
import { useQueue } from './use-queue.ts';
import { useQueueColumns } from './use-queue-columns.tsx';
import { useQueueSelection } from './use-queue-selection.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';
import { useKeptState } from '../../kept-work/use-kept.ts';

const InviteAgainDialog = lazy(() => import('./InviteAgainDialog.tsx'));

export function QueueList() {
  const { t } = useTranslation();
  const list = useQueue();
  const kind: QueueKind = QUEUE_KINDS.find((one) => one === list.filterValue('kind')) ?? 'expiring';
  const mayChange = useMayAsStaff('invitation-queue', 'change');
  const [underWay, setUnderWay] = useKeptState<readonly QueuedInvitation[] | undefined>(
    'queue.bulk',
    undefined,
  );
  const [again, setAgain] = useKeptState<(QueuedInvitation & { expiresAt: string }) | undefined>(
    'queue.again',
    undefined,
  );
  const columns = useQueueColumns(
    kind,
    mayChange ? { renew: (one) => setUnderWay([one]), inviteAgain: setAgain } : undefined,
  );
  const { selection, clear } = useQueueSelection(list.items, mayChange);
  const action: BulkAction = kind === 'failed' ? 'resend' : 'renew';
  return (
    <>
      <QueueTabs list={list} kind={kind} />
      <QueueFilters list={list} />
      {kind !== 'failed' && <IndexAge />}
      <QueueBulk
        action={action}
        selected={selection?.selected ?? []}
        underWay={underWay}
        onStart={setUnderWay}
        onEnd={() => {
          setUnderWay(undefined);
          clear();
        }}
        onClear={clear}
      />
      <RecordList
        list={list}
        label={t('invitationQueue.title')}
        columns={columns}
        empty={<NothingQueued kind={kind} />}
        selection={selection}
      />
      <Opening>
        {again && <InviteAgainDialog key={again.id} queued={again} onClosed={() => setAgain(undefined)} />}
      </Opening>
    </>
  );
}
