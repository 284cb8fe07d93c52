import type { Member } from '@org-portal/contract';
import { useMay } from '../../organization/use-may.ts';
import { useSession } from '../../session/session-context.ts';
import { useKeptState } from '../../kept-work/use-kept.ts';

export type MemberAction = 'changeRoles' | 'remove' | 'leave';

/** What the person may do with members, and which of it is under way. */
export function useMemberActions() {
  const may = { changeRoles: useMay('members', 'changeRoles'), remove: useMay('members', 'remove') };
  const { user } = useSession();
  const [underWay, setUnderWay] = useKeptState<{ action: MemberAction; member: Member } | undefined>(
    'member.action',
    undefined,
  );
  return {
    underWay,
    start: (action: MemberAction, member: Member) => setUnderWay({ action, member }),
    end: () => setUnderWay(undefined),
    mayAny: may.changeRoles || may.remove,
    /** Not offered at all; what is blocked for another reason is offered disabled, with the reason. */
    isOffered: (action: MemberAction, member: Member) => {
      const isSelf = member.id === user.id;
      if (action === 'leave') return isSelf;
      // Nobody removes themselves: they leave, which needs no permission.
      return (
        may[action] && member.blocked[action] !== 'permission.missing' && !(isSelf && action === 'remove')
      );
    },
    may,
  };
}

export type MemberActions = ReturnType<typeof useMemberActions>;
