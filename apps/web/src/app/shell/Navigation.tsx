import {
  DashboardOutlined,
  HistoryOutlined,
  MailOutlined,
  InboxOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useCurrentOrganizationId } from '../../organization/current-organization.ts';
import {
  ALL_ACTIVITY_PATH,
  INVITATION_QUEUE_PATH,
  MEMBERSHIPS_PATH,
  OVERVIEW_PATH,
  PEOPLE_PATH,
  ROLE_REVIEW_PATH,
  organizationPath,
} from '../../organization/organization-path.ts';
import { useOrganizationQuery } from '../../organization/organization-query.ts';
import { isAllowed } from '../../providers/access-control.ts';
import { useSession } from '../../session/session-context.ts';
import { NavigationLink } from './NavigationLink.tsx';
import { OrganizationSwitcher } from './OrganizationSwitcher.tsx';
import { PersonMenu } from './PersonMenu.tsx';

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
          <>
            <h2 id="navigation-all" className="navigation-heading">
              {t('app.allOrganizations')}
            </h2>
            <ul className="navigation" aria-labelledby="navigation-all">
              {may('role-review') && (
                <NavigationLink to={OVERVIEW_PATH} icon={<DashboardOutlined />}>
                  {t('app.overview')}
                </NavigationLink>
              )}
              {may('people') && (
                <NavigationLink to={PEOPLE_PATH} icon={<SearchOutlined />}>
                  {t('app.people')}
                </NavigationLink>
              )}
              {may('role-review') && (
                <>
                  <NavigationLink to={ROLE_REVIEW_PATH} icon={<SafetyCertificateOutlined />}>
                    {t('app.roleReview')}
                  </NavigationLink>
                  <NavigationLink to={MEMBERSHIPS_PATH} icon={<TeamOutlined />}>
                    {t('app.memberships')}
                  </NavigationLink>
                </>
              )}
              {may('invitation-queue') && (
                <NavigationLink to={INVITATION_QUEUE_PATH} icon={<InboxOutlined />}>
                  {t('app.invitationQueue')}
                </NavigationLink>
              )}
              {may('all-activity') && (
                <NavigationLink to={ALL_ACTIVITY_PATH} icon={<HistoryOutlined />}>
                  {t('app.activity')}
                </NavigationLink>
              )}
            </ul>
          </>
        )}
      </nav>
      <PersonMenu organization={organization} />
    </>
  );
}
