import { CloseOutlined } from '@ant-design/icons';
import { MAX_ORGANIZATIONS } from '@org-portal/contract';
import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganizationSearch } from '../organization/use-organization-search.ts';
import { useRolesQuery } from '../permissions/roles-query.ts';
import { CutText } from '../ui/CutText.tsx';
import type { Place } from './places.ts';
import './wide-invite.css';

interface PlacesFieldProps {
  id?: string;
  value?: Place[];
  onChange?: (places: Place[]) => void;
}

/** Organizations, each with the roles that the person gets there. A new one starts with those of the last. A form field. */
export function PlacesField({ id, value = [], onChange }: PlacesFieldProps) {
  const { t } = useTranslation();
  const { result: roles } = useRolesQuery();
  const { text, setText, found, query } = useOrganizationSearch();
  const offered = found.filter((one) => !value.some((place) => place.id === one.id));
  const set = (place: Place) => onChange?.(value.map((one) => (one.id === place.id ? place : one)));
  const add = (organizationId: string) => {
    const added = offered.find((one) => one.id === organizationId);
    if (!added) return;
    const { assignableRoleIds, mayInviteWithoutRole } = added.access;
    const roleIds = (value.at(-1)?.roleIds ?? []).filter((role) => assignableRoleIds.includes(role));
    const { id: placeId, name } = added;
    onChange?.([...value, { id: placeId, name, assignableRoleIds, mayInviteWithoutRole, roleIds }]);
    setText('');
  };
  return (
    <>
      {value.length > 0 && (
        <ul className="wide-places">
          {value.map((place) => (
            <li key={place.id}>
              <CutText>{place.name}</CutText>
              <Select
                mode="multiple"
                aria-label={t('invitationQueue.wide.rolesIn', { organization: place.name })}
                placeholder={t('invitationQueue.wide.rolesPlaceholder')}
                value={place.roleIds}
                options={roles.data
                  .filter((role) => place.assignableRoleIds.includes(role.id))
                  .map((role) => ({ value: role.id, label: role.name }))}
                onChange={(roleIds: string[]) => set({ ...place, roleIds })}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t('invitationQueue.wide.remove', { organization: place.name })}
                onClick={() => onChange?.(value.filter((one) => one.id !== place.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Select<string | null>
        id={id ?? ''}
        style={{ width: '100%' }}
        value={null}
        disabled={value.length >= MAX_ORGANIZATIONS}
        placeholder={t('invitationQueue.wide.add')}
        showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
        loading={query.isFetching}
        options={offered.map(({ id: organizationId, name }) => ({ value: organizationId, label: name }))}
        notFoundContent={query.isFetching ? t('app.loading') : t('app.noOrganizationFound')}
        onChange={(organizationId) => organizationId !== null && add(organizationId)}
      />
    </>
  );
}
