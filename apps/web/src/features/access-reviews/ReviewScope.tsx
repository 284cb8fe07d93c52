import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useOrganizationQuery } from '../../organization/organization-query.ts';
import { useRolesQuery } from '../../permissions/roles-query.ts';

interface ReviewScopeProps {
  scope: AccessReview['scope'];
  /** Organizations that are called by their names; of more, how many there are. */
  most: number;
}

/** Which organizations and roles a review is about. */
export function ReviewScope({ scope, most }: ReviewScopeProps) {
  const { organizationIds, roleIds, organizationNames, roleNames } = scope;
  const { t } = useTranslation();
  return (
    <span>
      {organizationIds === null ? (
        t('accessReviews.allOrganizations')
      ) : organizationIds.length <= most ? (
        <Organizations ids={organizationIds} known={organizationNames} />
      ) : (
        t('accessReviews.organizationCount', { count: organizationIds.length })
      )}
      {' · '}
      {roleIds === null ? t('accessReviews.allRoles') : <Roles ids={roleIds} known={roleNames} />}
    </span>
  );
}

interface OrganizationsProps {
  ids: readonly string[];
  known: AccessReview['scope']['organizationNames'];
}

function Organizations({ ids, known }: OrganizationsProps) {
  const { t } = useTranslation();
  return ids.map((id, index) => (
    <span key={id}>
      {index > 0 && t('accessReviews.listSeparator')}
      <OrganizationName id={id} known={known.find((one) => one.id === id)?.name} />
    </span>
  ));
}

/** What an organization is called, or that it is gone. @param known what it was called, which is better than its id */
export function OrganizationName({ id, known = id }: { id: string; known?: string | undefined }) {
  const { t } = useTranslation();
  const { result, query } = useOrganizationQuery(id);
  const isGone = query.error?.statusCode === 404;
  return (
    <span dir="auto">{isGone ? t('accessReviews.vanished', { name: known }) : (result?.name ?? known)}</span>
  );
}

interface RolesProps {
  ids: readonly string[];
  /** What they were called when the review was begun, for while Logto is down, and when one is gone. */
  known: AccessReview['scope']['roleNames'];
}

function Roles({ ids, known }: RolesProps) {
  const { t } = useTranslation();
  const { result } = useRolesQuery();
  const names = ids.map((id) => [...result.data, ...known].find((role) => role.id === id)?.name ?? id);
  return <span dir="auto">{names.join(t('accessReviews.listSeparator'))}</span>;
}
