import type { AccessReviewLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { personName } from '../../format/person-name.ts';

/** @returns what a line is called where its row is not seen: who, as what, where */
export function useLineName() {
  const { t } = useTranslation();
  return ({
    person,
    role,
    organization,
  }: Pick<AccessReviewLine, 'person' | 'role' | 'organization'>): string =>
    t('accessReviews.lineOf', {
      person: personName(person) ?? t('people.unnamed'),
      role: role?.name ?? t('accessReviews.noRole'),
      organization: organization.name ?? organization.id,
    });
}
