import type { Invitation } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSelection } from '../../ui/record-column.ts';
import type { InvitationActions } from './use-invitation-actions.ts';

/** Invitations ticked, only of the rows on the screen; none for those who may do nothing with them. */
export function useInvitationSelection(
  shown: readonly Invitation[] | undefined,
  { mayAny }: InvitationActions,
) {
  const { t } = useTranslation();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const selection: RecordSelection<Invitation> = {
    selected: shown?.filter(({ id }) => ids.has(id)) ?? [],
    onChange: (invitations) => setIds(new Set(invitations.map(({ id }) => id))),
    isSelectable: () => true,
    label: ({ invitee: address }) => t('following.select', { address }),
    labelAll: t('following.selectAll'),
  };
  return { selection: mayAny ? selection : undefined, clear: () => setIds(new Set()) };
}
