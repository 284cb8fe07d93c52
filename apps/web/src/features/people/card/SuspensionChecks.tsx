import type { PersonSuspension } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { Alert, Progress } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { LIVE_EVERY_MS } from '../../../list/use-record-list.ts';
import { organizationPath } from '../../../organization/organization-path.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';

/** Milliseconds; an organization that got another admin leaves the list by itself. */
const SLOWLY = 15_000;

/** Of somebody who was suspended and was an admin of many organizations: which of these have no other admin. */
export function SuspensionChecks({ personId }: { personId: string }) {
  const { t } = useTranslation();
  const titleId = useId();
  const { query } = useCustom<PersonSuspension, HttpError>({
    method: 'get',
    url: 'people/{personId}/suspension',
    meta: { personId },
    errorNotification: false,
    queryOptions: {
      refetchInterval: ({ state }) => {
        const { waiting = 0, left = 0 } = state.data?.data.organizations ?? {};
        return waiting > 0 ? LIVE_EVERY_MS : left > 0 && SLOWLY;
      },
    },
  });
  const suspension = query.data?.data;
  if (query.error && !suspension)
    return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!suspension?.startedAt) return null;
  const { waiting, kept, left, gone } = suspension.organizations;
  const total = waiting + kept + left + gone;
  const isDone = waiting === 0;
  return (
    <section className="person-section" aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{t('people.suspension.title')}</h2>
      </header>
      <div className="person-suspension">
        {!isDone && (
          <>
            <p role="status">{t('people.suspension.checking', { count: total, checked: total - waiting })}</p>
            <Progress
              aria-label={t('people.suspension.title')}
              percent={Math.floor((100 * (total - waiting)) / total)}
              status="active"
            />
          </>
        )}
        {left > 0 && (
          <Alert
            type="warning"
            showIcon
            title={t('people.suspension.left', { count: left })}
            description={
              <>
                <p>{t('people.suspension.leftHint')}</p>
                <ul>
                  {suspension.left.map(({ id, name }) => (
                    <li key={id}>
                      <Link to={organizationPath(id)}>{name ?? id}</Link>
                    </li>
                  ))}
                </ul>
              </>
            }
          />
        )}
        {isDone && left === 0 && (
          <Alert type="success" showIcon title={t('people.suspension.kept', { count: kept })} />
        )}
      </div>
    </section>
  );
}
