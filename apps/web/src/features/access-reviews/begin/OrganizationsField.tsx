import { MAX_REVIEW_ORGANIZATIONS } from '@org-portal/contract';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useOrganizationSearch } from '../../../organization/use-organization-search.ts';
import { OrganizationName } from '../ReviewScope.tsx';

interface OrganizationsFieldProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
  /** It has the focus when the form is shown. */
  isFirst: boolean;
}

/** Organizations found by typing; none: all. A form field. */
export function OrganizationsField({ isFirst, ...field }: OrganizationsFieldProps) {
  const { t } = useTranslation();
  const { text, setText, found, query } = useOrganizationSearch();
  return (
    <Select
      {...field}
      mode="multiple"
      allowClear
      autoFocus={isFirst}
      maxCount={MAX_REVIEW_ORGANIZATIONS}
      placeholder={t('accessReviews.form.organizationsPlaceholder')}
      showSearch={{ searchValue: text, onSearch: setText, filterOption: false }}
      loading={query.isFetching}
      options={found.map(({ id, name }) => ({ value: id, label: name, title: name }))}
      labelRender={({ value, label }) => label ?? <OrganizationName id={String(value)} />}
      notFoundContent={query.isFetching ? t('app.loading') : t('app.noOrganizationFound')}
    />
  );
}
