import { Form, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../../organization/organization-context.ts';
import { RoleChoice } from '../../../permissions/RoleChoice.tsx';
import { useRolesQuery } from '../../../permissions/roles-query.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';

/**
 * The roles that the invited get. One is due where the person has one to give, and always where they may not invite without.
 * @param isForAll somebody has no roles of their own
 */
export function RolesField({ isForAll }: { isForAll: boolean }) {
  const { t } = useTranslation();
  const { access } = useOrganization();
  const { result: roles, query } = useRolesQuery();
  if (query.error && !query.data)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active title={false} paragraph={{ rows: 9, width: '100%' }} />;
  const hasSome = roles.data.some(({ id }) => access.assignableRoleIds.includes(id));
  const isDue = hasSome || !access.mayInviteWithoutRole;
  const hint = isDue ? 'invitations.rolesNoneAllowed' : 'invitations.rolesNoneToGive';
  return (
    <Form.Item
      name="roleIds"
      label={t('invitations.roles')}
      extra={t(hasSome ? 'invitations.rolesHint' : hint)}
      rules={isDue && isForAll ? [{ type: 'array', min: 1, message: t('invitations.rolesMissing') }] : []}
    >
      <RoleChoice roles={roles.data} />
    </Form.Item>
  );
}
