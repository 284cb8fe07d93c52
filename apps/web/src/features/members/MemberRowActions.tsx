import type { Member } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import type { MemberActions } from './use-member-actions.ts';
import { useMemberName } from './use-member-name.ts';

export function MemberRowActions({ member, actions }: { member: Member; actions: MemberActions }) {
  const { t } = useTranslation();
  const name = useMemberName()(member);
  const { name: organization } = useOrganization();
  const { changeRoles, remove } = member.blocked;
  const lastAdmin = remove === 'member.last_admin' ? remove : undefined;
  return (
    <span className="row-actions">
      {actions.isOffered('changeRoles', member) && (
        <ActionButton
          label={t('members.changeRolesOf', { name })}
          disabledReason={changeRoles && problemCodeWords(changeRoles, t)}
          onClick={() => actions.start('changeRoles', member)}
        >
          {t('members.changeRoles')}
        </ActionButton>
      )}
      {actions.isOffered('remove', member) && (
        <ActionButton
          isDangerous
          label={t('members.removeName', { name })}
          disabledReason={remove && problemCodeWords(remove, t)}
          onClick={() => actions.start('remove', member)}
        >
          {t('members.remove')}
        </ActionButton>
      )}
      {actions.isOffered('leave', member) && (
        <ActionButton
          isDangerous
          label={t('members.leaveRow', { organization })}
          disabledReason={lastAdmin && problemCodeWords(lastAdmin, t)}
          onClick={() => actions.start('leave', member)}
        >
          {t('members.leave')}
        </ActionButton>
      )}
    </span>
  );
}
