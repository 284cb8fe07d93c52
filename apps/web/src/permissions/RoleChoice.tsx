import type { OrganizationRole } from '@org-portal/contract';
import { Checkbox } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../organization/organization-context.ts';
import { wordsOfRoles } from './permission-words.ts';
import './role-choice.css';

interface RoleChoiceProps {
  roles: readonly OrganizationRole[];
  /** Ids. */
  value?: string[];
  onChange?: (roleIds: string[]) => void;
  onChosen?: (roleIds: string[]) => void;
}

/** The roles with what they allow, to be ticked; those above the person's own cannot be, and say so. A form field. */
export function RoleChoice({ roles, value = [], onChange, onChosen }: RoleChoiceProps) {
  const { t } = useTranslation();
  const { access } = useOrganization();
  const prefix = useId();
  return (
    <ul className="role-choice">
      {roles.map((role) => {
        const isAbove = !access.assignableRoleIds.includes(role.id);
        const allows = [...wordsOfRoles([role], t).values()].join(' · ');
        const set = (isTicked: boolean) => {
          const next = isTicked ? [...value, role.id] : value.filter((id) => id !== role.id);
          onChange?.(next);
          onChosen?.(next);
        };
        return (
          <li key={role.id}>
            <Checkbox
              checked={value.includes(role.id)}
              disabled={isAbove}
              aria-describedby={`${prefix}${role.id}`}
              onChange={(event) => set(event.target.checked)}
            >
              {role.name}
            </Checkbox>
            <p id={`${prefix}${role.id}`}>
              {isAbove && <strong>{t(access.isMember ? 'roles.aboveCeiling' : 'roles.notForStaff')} </strong>}
              {allows}
            </p>
          </li>
        );
      })}
    </ul>
  );
}
