import type { Member } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordSelection } from '../../ui/record-column.ts';
import type { MemberActions } from './use-member-actions.ts';
import { useMemberName } from './use-member-name.ts';

/** Members ticked for removal: only of the rows on the screen, and only where removal is open. */
export function useMemberSelection(shown: readonly Member[] | undefined, actions: MemberActions) {
  const { t } = useTranslation();
  const name = useMemberName();
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const isSelectable = (member: Member) => actions.isOffered('remove', member) && !member.blocked.remove;
  const selection: RecordSelection<Member> = {
    selected: shown?.filter((member) => ids.has(member.id) && isSelectable(member)) ?? [],
    onChange: (members) => setIds(new Set(members.map(({ id }) => id))),
    isSelectable,
    label: (member) => t('members.select', { name: name(member) }),
    labelAll: t('members.selectAll'),
  };
  return { selection: actions.may.remove ? selection : undefined, clear: () => setIds(new Set()) };
}
