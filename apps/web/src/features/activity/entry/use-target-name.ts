import type { ActivityEntry } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';

/** @returns a function that says what to call an entry's target: by name, else by id, else as somebody */
export function useTargetName(): (entry: ActivityEntry) => string {
  const { t } = useTranslation();
  return ({ target, organization }) => {
    if (target.name) return target.name;
    if (target.type === 'organization') return organization?.name ?? t('activity.somebody');
    return target.id ?? t('activity.somebody');
  };
}
