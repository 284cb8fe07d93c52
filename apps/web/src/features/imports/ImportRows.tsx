import { TeamOutlined } from '@ant-design/icons';
import { IMPORT_ROW_STATES, type Import, type ImportRow } from '@org-portal/contract';
import { Select } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { useImportRowColumns } from './use-import-row-columns.tsx';

/** The rows of an import, read anew whenever something has become of one. */
export function ImportRows({ one }: { one: Import }) {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const list = useRecordList<ImportRow>('import-rows', id, { importId: one.id });
  const columns = useImportRowColumns(one);
  const counts = JSON.stringify(one.counts);
  const read = useRef({ counts, reload: list.reload });
  useEffect(() => {
    read.current.reload = list.reload;
    if (read.current.counts !== counts) list.reload();
    read.current.counts = counts;
  });

  const state = list.filterValue('state');
  const items = list.items?.map((row) => ({ ...row, id: String(row.number) }));
  return (
    <>
      <div className="list-toolbar" role="search">
        <Select
          className="list-toolbar-filter"
          aria-label={t('imports.stateFilter')}
          allowClear
          placeholder={t('imports.allStates')}
          value={IMPORT_ROW_STATES.find((known) => known === state) ?? null}
          options={IMPORT_ROW_STATES.map((known) => ({ value: known, label: t(`imports.states.${known}`) }))}
          onChange={(next) => list.setFilter('state', next ?? undefined)}
        />
      </div>
      <RecordList
        list={{ ...list, items }}
        label={t('imports.rows')}
        columns={columns}
        empty={<StateMessage role="status" icon={<TeamOutlined />} title={t('imports.noRows')} />}
      />
    </>
  );
}
