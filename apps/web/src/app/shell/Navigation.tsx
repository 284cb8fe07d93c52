import { HistoryOutlined, MailOutlined, SafetyCertificateOutlined, TeamOutlined } from '@ant-design/icons';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../i18n/lazy-part.ts';
import { useCurrentOrganizationId } from '../../organization/current-organization.ts';
import { organizationPath } from '../../organization/organization-path.ts';
import { useOrganizationQuery } from '../../organization/organization-query.ts';
import { isAllowed } from '../../providers/access-control.ts';
import { useSession } from '../../session/session-context.ts';
import { NavigationLink } from './NavigationLink.tsx';
import { OrganizationSwitcher } from './OrganizationSwitcher.tsx';
import { PersonMenu } from './PersonMenu.tsx';

const StaffNavigation = lazyPart(() => import('./StaffNavigation.tsx'));

const ENTRIES = [
  { screen: 'members', icon: <TeamOutlined /> },
  { screen: 'invitations', icon: <MailOutlined /> },
  { screen: 'roles', icon: <SafetyCertificateOutlined /> },
] as const;

/** The organization, its screens, those of staff, the person. What only some may open is not shown to others. */
export function Navigation() {
  const { t } = useTranslation();
  const organizationId = useCurrentOrganizationId();
  const { staffRoles } = useSession();
  const { result: organization, query } = useOrganizationQuery(organizationId);
  const may = (resource: string) =>
    isAllowed(resource, 'list', { permissions: organization?.access.permissions ?? [], staffRoles });
  return (
    <>
      <OrganizationSwitcher current={organization} />
      {organization && !organization.access.isMember && (
        <p className="here-as-staff">{t('app.hereAsStaff')}</p>
      )}
      <nav aria-label={t('app.navigation')}>
        {organizationId && !query.error && (
          <ul className="navigation">
            {ENTRIES.map(({ screen, icon }) => (
              <NavigationLink key={screen} to={organizationPath(organizationId, screen)} icon={icon}>
                {t(`app.${screen}`)}
              </NavigationLink>
            ))}
            {may('activity') && (
              <NavigationLink to={organizationPath(organizationId, 'activity')} icon={<HistoryOutlined />}>
                {t('app.activity')}
              </NavigationLink>
            )}
          </ul>
        )}
        {staffRoles.length > 0 && (
          <Suspense>
            <StaffNavigation />
          </Suspense>
        )}
      </nav>
      <PersonMenu organization={organization} />
    </>
  );
}
