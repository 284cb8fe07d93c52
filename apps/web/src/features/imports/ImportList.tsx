import { ImportOutlined } from '@ant-design/icons';
import type { Import } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRecordList } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { importPath, INVITE_HASH, organizationPath } from '../../organization/organization-path.ts';
import { CutText } from '../../ui/CutText.tsx';
import { RecordList } from '../../ui/RecordList.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { ImportCounts } from './ImportCounts.tsx';
import { ImportStatusMark } from './ImportStatusMark.tsx';
import { hasWork } from './import-counts.ts';
import { useImportTitle } from './use-import-title.ts';

export function ImportList() {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const list = useRecordList<Import>(
    'imports',
    organizationId,
    {},
    {
      isLive: (imports) => imports.some(hasWork),
    },
  );
  const titleOf = useImportTitle();
  return (
    <RecordList
      list={list}
      label={t('imports.title')}
      empty={
        <StateMessage
          role="status"
          icon={<ImportOutlined />}
          title={t('imports.empty')}
          actions={
            <Link to={organizationPath(organizationId, 'invitations') + INVITE_HASH}>
              {t('imports.invite')}
            </Link>
          }
        >
          <p>{t('imports.emptyHint')}</p>
        </StateMessage>
      }
      columns={[
        {
          key: 'name',
          kind: 'heading',
          title: t('imports.name'),
          width: '30%',
          render: (one) => (
            <Link to={importPath(organizationId, one.id)}>
              <CutText>{titleOf(one)}</CutText>
            </Link>
          ),
        },
        {
          key: 'status',
          title: t('imports.status'),
          width: 120,
          render: ({ status }) => <ImportStatusMark status={status} />,
        },
        { key: 'progress', title: t('imports.progress'), render: (one) => <ImportCounts of={one} /> },
        {
          key: 'by',
          title: t('imports.by'),
          width: '16%',
          render: ({ createdBy }) => <CutText>{createdBy.name?.trim() || t('imports.unnamed')}</CutText>,
        },
        {
          key: 'when',
          title: t('imports.when'),
          width: 128,
          render: ({ createdAt }) => <RelativeTime instant={createdAt} />,
        },
      ]}
    />
  );
}
