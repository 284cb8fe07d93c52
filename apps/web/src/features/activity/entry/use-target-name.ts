import type { ActivityEntry } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';

/** @returns a function that says what to call an entry's target: by name, else by id, else somebody */
export function useTargetName(): (entry: ActivityEntry) => string {
  const { t } = useTranslation();
  return ({ target: { type, id, name } }) => {
    const isNamed = type === 'member' || type === 'person' || type === 'invitation' || type === 'review';
    return (isNamed && (name?.trim() || id)) || t('activity.somebody');
  };
}
