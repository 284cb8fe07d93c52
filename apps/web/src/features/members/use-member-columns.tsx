import type { Member } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { MemberName } from './MemberName.tsx';
import { MemberRowActions } from './MemberRowActions.tsx';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import type { MemberActions } from './use-member-actions.ts';

export function useMemberColumns(actions: MemberActions): RecordColumn<Member>[] {
  const { t } = useTranslation();
  const columns: RecordColumn<Member>[] = [
    {
      key: 'name',
      kind: 'heading',
      title: t('members.name'),
      width: '28%',
      render: (member) => <MemberName member={member} />,
    },
    {
      key: 'email',
      title: t('members.email'),
      width: '25%',
      render: ({ email }) =>
        email ? <CutText>{email}</CutText> : <span className="muted">{t('members.noEmail')}</span>,
    },
    {
      key: 'roles',
      title: t('members.roles'),
      render: ({ roles }) => <RoleTags roles={roles} />,
    },
    {
      key: 'lastSignIn',
      title: t('members.lastSignIn'),
      width: 130,
      render: ({ lastSignInAt }) =>
        lastSignInAt ? (
          <RelativeTime instant={lastSignInAt} />
        ) : (
          <span className="muted">{t('members.neverSignedIn')}</span>
        ),
    },
  ];
  if (!actions.mayAny) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: actions.may.changeRoles && actions.may.remove ? 190 : 120,
      render: (member) => <MemberRowActions member={member} actions={actions} />,
    },
  ];
}
