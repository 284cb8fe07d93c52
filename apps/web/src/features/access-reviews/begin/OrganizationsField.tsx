import { MAX_REVIEW_ORGANIZATIONS, type Organization } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFilter } from '../../../list/list-address.ts';
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
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { result, query } = useList<Organization, HttpError>({
    resource: 'organizations',
    filters: q ? [listFilter('q', q)] : [],
    pagination: { pageSize: 20 },
    errorNotification: false,
  });
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
      options={result.data.map(({ id, name }) => ({ value: id, label: name, title: name }))}
      labelRender={({ value, label }) => label ?? <OrganizationName id={String(value)} />}
      notFoundContent={query.isFetching ? t('app.loading') : t('app.noOrganizationFound')}
    />
  );
}
