import { CheckCircleOutlined, LockOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../organization/organization-context.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';

/** Whether the person may give this role, or take it away. */
export function AssignableMark({ roleId }: { roleId: string }) {
  const { t } = useTranslation();
  const { access } = useOrganization();
  return access.assignableRoleIds.includes(roleId) ? (
    <StatusMark icon={<CheckCircleOutlined />} color="success">
      {t('roles.canGive')}
    </StatusMark>
  ) : (
    <StatusMark icon={<LockOutlined />} color="neutral">
      {t(access.isMember ? 'roles.above' : 'roles.notForStaffMark')}
    </StatusMark>
  );
}
