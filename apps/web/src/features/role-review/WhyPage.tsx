import { UserOutlined } from '@ant-design/icons';
import type { PersonPermissions } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { personName } from '../../format/person-name.ts';
import { PEOPLE_PATH, personPath } from '../../organization/organization-path.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageLoading } from '../../ui/PageLoading.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import './role-review.css';
import { WhyTable } from './WhyTable.tsx';

/** What one person may do where, and by which of their roles. */
export default function WhyPage() {
  const { t } = useTranslation();
  const { personId = '' } = useParams();
  const [q, setQ] = useState('');
  const { result, query } = useCustom<PersonPermissions, HttpError>({
    url: 'people/{personId}/permissions',
    method: 'get',
    meta: { personId },
    errorNotification: false,
  });
  if (query.error?.statusCode === 404)
    return (
      <StateMessage
        isPage
        icon={<UserOutlined />}
        title={t('people.notFound')}
        actions={<Link to={PEOPLE_PATH}>{t('people.toPeople')}</Link>}
      />
    );
  if (query.error && !query.data)
    return <ErrorState isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageLoading />;
  const { person, organizations } = result.data as PersonPermissions;
  const name = personName(person) ?? t('people.unnamed');
  return (
    <>
      <Link to={personPath(person.id)}>{t('roleReview.toCard', { name })}</Link>
      <Screen title={t('roleReview.whyTitle', { name })}>
        {person.isSuspended && <p className="muted">{t('roleReview.whySuspended')}</p>}
        {organizations.length === 0 ? (
          <StateMessage role="status" icon={<UserOutlined />} title={t('roleReview.whyNothing')} />
        ) : (
          <>
            <div className="list-toolbar" role="search">
              <SearchBox label={t('roleReview.whySearch')} value={q} onSearch={setQ} />
            </div>
            {organizations.map((one) => (
              <WhyTable key={one.organization.id} of={one} q={q} />
            ))}
          </>
        )}
      </Screen>
    </>
  );
}
