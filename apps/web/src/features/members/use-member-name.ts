import { useTranslation } from 'react-i18next';
import { personName, type Person } from '../../format/person-name.ts';

/** @returns a function that says what to call a member, whatever is known of them */
export function useMemberName(): (member: Person) => string {
  const { t } = useTranslation();
  return (member) => personName(member) ?? t('members.unnamed');
}
