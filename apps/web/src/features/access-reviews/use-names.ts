import { useTranslation } from 'react-i18next';

type Somebody = { id: string; name: string | null };

/** @returns names of people in a row, as people write them */
export function useNames(): (people: readonly Somebody[]) => string {
  const { t } = useTranslation();
  return (people) =>
    people
      .map(({ name }) => name?.trim() || t('accessReviews.unnamed'))
      .join(t('accessReviews.listSeparator'));
}
