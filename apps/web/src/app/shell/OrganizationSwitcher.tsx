import type { Organization } from '@org-portal/contract';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { organizationPath } from '../../organization/organization-path.ts';
import { useOrganizationSearch } from '../../organization/use-organization-search.ts';

/** Leads to another organization. Which there are is asked for once it is opened. */
export function OrganizationSwitcher({ current }: { current: Organization | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { organizationId } = useParams();
  const [isOpen, setOpen] = useState(false);
  const { text, setText, found, more, query } = useOrganizationSearch(isOpen);
  const options = found.map(({ id, name }) => ({ value: id, label: name, title: name }));
  const chosen = current && { value: current.id, label: current.name };

  return (
    <Select
      className="organization-switcher"
      aria-label={t('app.organization')}
      {...(chosen && { value: chosen.value })}
      options={isOpen && query.data ? options : chosen ? [chosen] : []}
      loading={query.isFetching}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      placeholder={t('app.searchOrganizations')}
      notFoundContent={emptyText(query.error !== null, query.isLoading)}
      popupRender={(list) => (
        <>
          {list}
          {more > 0 && <p className="switcher-more">{t('app.moreOrganizations', { count: more })}</p>}
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
