import type { Organization } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { listFilter } from '../../list/list-address.ts';
import { organizationPath } from '../../organization/organization-path.ts';

/** Leads to another organization. Which there are is asked for once it is opened. */
export function OrganizationSwitcher({ current }: { current: Organization | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organizationId } = useParams();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { result, query } = useList<Organization, HttpError>({
    resource: 'organizations',
    filters: q ? [listFilter('q', q)] : [],
    pagination: { pageSize: 20 },
    errorNotification: false,
    queryOptions: { enabled: isOpen },
  });
  const found = result.data.map(({ id, name }) => ({ value: id, label: name, title: name }));
  const chosen = current && { value: current.id, label: current.name };
  const hidden = (result.total ?? 0) - found.length;

  return (
    <Select
      className="organization-switcher"
      aria-label={t('app.organization')}
      {...(chosen && { value: chosen.value })}
      options={isOpen && query.data ? found : chosen ? [chosen] : []}
      loading={query.isFetching}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      placeholder={t('app.searchOrganizations')}
      notFoundContent={emptyText(query.error !== null, query.isLoading)}
      popupRender={(list) => (
        <>
          {list}
          {hidden > 0 && <p className="switcher-more">{t('app.moreOrganizations', { count: hidden })}</p>}
        </>
      )}
      onOpenChange={(open) => {
        setOpen(open);
        if (!open) setText('');
      }}
      onSelect={(id) => {
        if (id !== organizationId) void navigate(organizationPath(id));
      }}
    />
  );

  function emptyText(hasFailed: boolean, isLoading: boolean): string {
    if (isLoading) return t('app.loading');
    return hasFailed ? t('app.organizationsFailed') : t('app.noOrganizationFound');
  }
}
