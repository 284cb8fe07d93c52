import type { QueuedInvitation } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSelection } from '../../ui/record-column.ts';

/** Ticked rows of those on the screen; what was not even created cannot be ticked. */
export function useQueueSelection(shown: readonly QueuedInvitation[] | undefined, mayChange: boolean) {
  const { t } = useTranslation();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const isSelectable = ({ invitationId }: QueuedInvitation) => invitationId !== null;
  const selection: RecordSelection<QueuedInvitation> = {
    selected: shown?.filter((one) => ids.has(one.id) && isSelectable(one)) ?? [],
    onChange: (rows) => setIds(new Set(rows.map(({ id }) => id))),
    isSelectable,
    label: ({ invitee: address }) => t('following.select', { address }),
    labelAll: t('following.selectAll'),
  };
  return { selection: mayChange ? selection : undefined, clear: () => setIds(new Set()) };
}
