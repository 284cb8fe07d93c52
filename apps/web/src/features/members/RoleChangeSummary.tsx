import type { OrganizationRole } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { wordsOfRoles } from '../../permissions/permission-words.ts';
import { roleChange } from './role-change.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';

interface RoleChangeSummaryProps {
  before: OrganizationRole[];
  after: OrganizationRole[];
}

/** The roles before and after, and what that means for what the member can do. */
export function RoleChangeSummary({ before, after }: RoleChangeSummaryProps) {
  const { t } = useTranslation();
  const { gained, lost, isNothing } = roleChange(before, after);
  const words = wordsOfRoles([...before, ...after], t);
  const list = (names: string[]) => names.map((name) => words.get(name)).join(' · ');
  return (
    <section className="role-summary" aria-label={t('members.summary')} aria-live="polite">
      {isNothing ? (
        <p className="muted">{t('members.rolesUnchanged')}</p>
      ) : (
        <dl>
          <dt>{t('members.before')}</dt>
          <dd>
            <RoleTags roles={before} />
          </dd>
          <dt>{t('members.after')}</dt>
          <dd>
            <RoleTags roles={after} />
          </dd>
          {gained.length > 0 && <dt>{t('members.gains')}</dt>}
          {gained.length > 0 && <dd>{list(gained)}</dd>}
          {lost.length > 0 && <dt>{t('members.loses')}</dt>}
          {lost.length > 0 && <dd>{list(lost)}</dd>}
        </dl>
      )}
    </section>
  );
}
