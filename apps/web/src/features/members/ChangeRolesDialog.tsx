import type { Member } from '@org-portal/contract';
import { Alert, Form, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { useMemberQuery } from './member-query.ts';
import { makesAdmin, roleChange } from './role-change.ts';
import { RoleChangeSummary } from './RoleChangeSummary.tsx';
import { RoleChoice } from '../../permissions/RoleChoice.tsx';
import { useRolesQuery } from '../../permissions/roles-query.ts';
import { useMemberName } from './use-member-name.ts';
import { useKeptState } from '../../kept-work/use-kept.ts';

export default function ChangeRolesDialog({ member, onClosed }: { member: Member; onClosed: () => void }) {
  const { t } = useTranslation();
  const name = useMemberName()(member);
  const { result: present, query } = useMemberQuery(member.id);
  const { result: roles, query: rolesQuery } = useRolesQuery();
  const [chosen, setChosen] = useKeptState<string[] | undefined>(`member.roles ${member.id}`, undefined);

  const held = (present ?? member).roles.map(({ id }) => id);
  const roleIds = chosen ?? held;
  const before = roles.data.filter(({ id }) => held.includes(id));
  const after = roles.data.filter(({ id }) => roleIds.includes(id));
  const isLastAdmin = present?.blocked.remove === 'member.last_admin';
  const blocked = present?.blocked.changeRoles ?? (isLastAdmin && !makesAdmin(after) && 'member.last_admin');
  const error = query.error ?? rolesQuery.error;
  const isReady = present !== undefined && rolesQuery.data !== undefined;

  return (
    <ChangeDialog
      title={t('members.changeRolesOf', { name })}
      submit={t('members.saveRoles')}
      canSubmit={isReady && !blocked && !roleChange(before, after).isNothing}
      change={() => ({
        method: 'put',
        path: 'members/{memberId}/roles',
        params: { memberId: member.id },
        values: { roleIds },
        success: t('members.rolesSaved', { name }),
        failure: t('members.rolesFailed', { name }),
      })}
      onClosed={onClosed}
    >
      {error && !isReady ? (
        <ErrorState error={error} onRetry={() => void Promise.all([query.refetch(), rolesQuery.refetch()])} />
      ) : !isReady ? (
        <Skeleton active title={false} paragraph={{ rows: 9, width: '100%' }} />
      ) : (
        <>
          <Form.Item name="roleIds" initialValue={held}>
            <RoleChoice roles={roles.data} onChosen={setChosen} />
          </Form.Item>
          <RoleChangeSummary before={before} after={after} />
          {blocked && <Alert type="warning" showIcon title={problemCodeWords(blocked, t)} />}
        </>
      )}
    </ChangeDialog>
  );
}
