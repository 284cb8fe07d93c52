import type { RoleMatrix } from '@org-portal/contract';
import { Button, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { SearchBox } from '../../ui/SearchBox.tsx';
import type { MatrixState } from './use-matrix-state.ts';
import { filterOption } from '../../ui/filter-option.ts';

interface MatrixFiltersProps {
  matrix: RoleMatrix;
  state: MatrixState;
}

/** Which permissions, and which roles beside each other. */
export function MatrixFilters({ matrix, state }: MatrixFiltersProps) {
  const { t } = useTranslation();
  return (
    <div className="list-toolbar" role="search">
      <SearchBox label={t('roleReview.search')} value={state.q} onSearch={state.setQ} />
      <Select
        className="matrix-roles"
        mode="multiple"
        allowClear
        aria-label={t('roleReview.rolesFilter')}
        placeholder={t('roleReview.rolesPlaceholder')}
        maxTagCount="responsive"
        value={state.chosen.map(({ id }) => id)}
        options={matrix.roles.map(({ id, name }) => ({ value: id, label: name, title: name }))}
        showSearch={{ filterOption }}
        onChange={state.choose}
      />
      <Checkbox checked={state.differing} onChange={({ target }) => state.setDiffering(target.checked)}>
        {t('roleReview.differing')}
      </Checkbox>
      {(state.q || state.differing || state.chosen.length > 0) && (
        <Button type="text" onClick={state.clear}>
          {t('states.clearFilters')}
        </Button>
      )}
    </div>
  );
}
