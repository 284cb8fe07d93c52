import type { Import } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.ts';

/** @returns what to call an import: the file's name, else when it was started */
export function useImportTitle(): (one: Pick<Import, 'name' | 'createdAt'>) => string {
  const { t } = useTranslation();
  const format = new Intl.DateTimeFormat(useLanguage(), { dateStyle: 'medium', timeStyle: 'short' });
  return ({ name, createdAt }) =>
    name?.trim() || t('imports.titleOf', { when: format.format(new Date(createdAt)) });
}
