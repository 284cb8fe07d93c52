import type { OrganizationRole } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOrganization } from '../../organization/organization-context.ts';
import { organizationPath } from '../../organization/organization-path.ts';
import { useMay } from '../../organization/use-may.ts';
import type { RecordColumn } from '../../ui/record-column.ts';
import { AssignableMark } from './AssignableMark.tsx';
import { RoleName } from './RoleName.tsx';
import { RolePermissions } from './RolePermissions.tsx';

export function useRoleColumns(): RecordColumn<OrganizationRole>[] {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const mayGive = [useMay('members', 'changeRoles'), useMay('invitations', 'create')].some(Boolean);
  const assignable: RecordColumn<OrganizationRole> = {
    key: 'assignable',
    title: t('roles.yours'),
    width: 190,
    render: ({ id }) => <AssignableMark roleId={id} />,
  };
  return [
    {
      key: 'name',
      kind: 'heading',
      title: t('roles.role'),
      width: '26%',
      render: (role) => <RoleName role={role} />,
    },
    { key: 'allows', title: t('roles.allows'), render: (role) => <RolePermissions role={role} /> },
    ...(mayGive ? [assignable] : []),
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 130,
      render: ({ id, name }) => (
        <Link
          className="role-members"
          to={`${organizationPath(organizationId)}?${new URLSearchParams({ role: id })}`}
          aria-label={t('roles.showMembersOf', { role: name })}
        >
          {t('roles.showMembers')}
        </Link>
      ),
    },
  ];
}
