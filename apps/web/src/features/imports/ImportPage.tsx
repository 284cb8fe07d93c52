import type { Import } from '@org-portal/contract';
import { FileSearchOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useListMount } from '../../list/list-mount.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { organizationPath } from '../../organization/organization-path.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageLoading } from '../../ui/PageLoading.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { ImportActions } from './ImportActions.tsx';
import { ImportProgress } from './ImportProgress.tsx';
import { ImportRows } from './ImportRows.tsx';
import './imports.css';
import { useImport } from './use-import.ts';
import { useImportTitle } from './use-import-title.ts';

/** One import: how far it has come, and what became of each row. */
export default function ImportPage() {
  return (
    <Permitted resource="imports">
      <ImportOfAddress />
    </Permitted>
  );
}

function ImportOfAddress() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const { importId = '' } = useParams();
  const { found, error, reload } = useImport(importId);
  if (error?.statusCode === 404) {
    return (
      <StateMessage
        isPage
        icon={<FileSearchOutlined />}
        title={t('imports.notFound')}
        actions={<Link to={organizationPath(id, 'imports')}>{t('imports.toImports')}</Link>}
      >
        <p>{t('imports.notFoundHint')}</p>
      </StateMessage>
    );
  }
  if (error && !found) return <ErrorState isPage error={error} onRetry={reload} />;
  return found ? <OneImport one={found} /> : <PageLoading />;
}

function OneImport({ one }: { one: Import }) {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const titleOf = useImportTitle();
  const mount = useListMount();
  return (
    <>
      <Link to={organizationPath(id, 'imports')}>{t('imports.toImports')}</Link>
      <Screen title={titleOf(one)} action={<ImportActions one={one} />}>
        <ImportProgress one={one} />
        <ImportRows key={mount} one={one} />
      </Screen>
    </>
  );
}
