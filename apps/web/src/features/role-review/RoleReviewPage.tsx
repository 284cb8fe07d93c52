import { SafetyCertificateOutlined } from '@ant-design/icons';
import type { RoleMatrix } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { beginReviewPath } from '../../organization/access-review-path.ts';
import { permissionWords } from '../../permissions/permission-words.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { PageLoading } from '../../ui/PageLoading.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { HoldersNow } from './HoldersNow.tsx';
import { MatrixFilters } from './MatrixFilters.tsx';
import { MatrixTable } from './MatrixTable.tsx';
import { filterMatrix } from './matrix-rows.ts';
import './role-review.css';
import { useMatrixState } from './use-matrix-state.ts';

/** Which role gives what, two beside each other, and how many hold it. */
export default function RoleReviewPage() {
  const { t } = useTranslation();
  const { result, query } = useCustom<RoleMatrix, HttpError>({
    url: 'role-matrix',
    method: 'get',
    errorNotification: false,
  });
  const matrix = query.data ? (result.data as RoleMatrix) : undefined;
  const state = useMatrixState(matrix);
  const [address] = useSearchParams();
  if (query.error && !matrix)
    return (
      <Screen title={t('roleReview.title')}>
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
        <HoldersNow roleIds={[]} />
      </Screen>
    );
  if (!matrix) return <PageLoading />;
  const { q, differing, shown } = state;
  const groups = filterMatrix(
    matrix,
    { q, differing, roleIds: shown.map(({ id }) => id) },
    ({ name, description }) => permissionWords(name, t, description),
  );
  const reviewed = beginReviewPath({
    organization: address.get('organization') ?? '',
    role: state.chosen.map(({ id }) => id).join(),
  });
  return (
    <Screen
      title={t('roleReview.title')}
      action={<Link to={reviewed}>{t('accessReviews.reviewAccess')}</Link>}
    >
      <MatrixFilters matrix={matrix} state={state} />
      {groups.length === 0 && (
        <StateMessage
          role="status"
          icon={<SafetyCertificateOutlined />}
          title={t(differing && !q ? 'roleReview.allTheSame' : 'states.noMatch')}
          actions={<Button onClick={state.clear}>{t('states.clearFilters')}</Button>}
        />
      )}
      {groups.map((group) => (
        <MatrixTable key={group.resource?.id ?? ''} group={group} roles={shown} />
      ))}
      <HoldersNow roleIds={state.chosen.map(({ id }) => id)} />
    </Screen>
  );
}
