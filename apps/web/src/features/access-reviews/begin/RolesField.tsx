import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRolesQuery } from '../../../permissions/roles-query.ts';
import { filterOption } from '../../../ui/filter-option.ts';

interface RolesFieldProps {
  id?: string;
  value?: string[];
  onChange?: (ids: string[]) => void;
}

/** Roles that people hold; none: all. A form field. */
export function RolesField(field: RolesFieldProps) {
  const { t } = useTranslation();
  const { result, query } = useRolesQuery();
  return (
    <Select
      {...field}
      mode="multiple"
      allowClear
      placeholder={t('accessReviews.form.rolesPlaceholder')}
      showSearch={{ filterOption }}
      loading={query.isFetching}
      options={result.data.map(({ id, name }) => ({ value: id, label: name, title: name }))}
    />
  );
}
