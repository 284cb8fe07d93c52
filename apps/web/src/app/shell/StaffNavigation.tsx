import {
  AuditOutlined,
  DashboardOutlined,
  HistoryOutlined,
  InboxOutlined,
  SafetyCertificateOutlined,
  SearchOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { ACCESS_REVIEWS_PATH } from '../../organization/access-review-path.ts';
import {
  ALL_ACTIVITY_PATH,
  INVITATION_QUEUE_PATH,
  MEMBERSHIPS_PATH,
  OVERVIEW_PATH,
  PEOPLE_PATH,
  ROLE_REVIEW_PATH,
} from '../../organization/organization-path.ts';
import { useMayAsStaff } from '../../session/use-may-as-staff.ts';
import { NavigationLink } from './NavigationLink.tsx';

/** The screens across organizations, for staff alone. */
export default function StaffNavigation() {
  const { t } = useTranslation();
  const mayReview = useMayAsStaff('role-review', 'list');
  const may = {
    overview: mayReview,
    people: useMayAsStaff('people', 'list'),
    roleReview: mayReview,
    memberships: mayReview,
    accessReviews: useMayAsStaff('access-reviews', 'list'),
    invitationQueue: useMayAsStaff('invitation-queue', 'list'),
    activity: useMayAsStaff('all-activity', 'list'),
  };
  const entries = [
    { screen: 'overview', to: OVERVIEW_PATH, icon: <DashboardOutlined /> },
    { screen: 'people', to: PEOPLE_PATH, icon: <SearchOutlined /> },
    { screen: 'roleReview', to: ROLE_REVIEW_PATH, icon: <SafetyCertificateOutlined /> },
    { screen: 'memberships', to: MEMBERSHIPS_PATH, icon: <TeamOutlined /> },
    { screen: 'accessReviews', to: ACCESS_REVIEWS_PATH, icon: <AuditOutlined /> },
    { screen: 'invitationQueue', to: INVITATION_QUEUE_PATH, icon: <InboxOutlined /> },
    { screen: 'activity', to: ALL_ACTIVITY_PATH, icon: <HistoryOutlined /> },
  ] as const;
  return (
    <>
      <h2 id="navigation-all" className="navigation-heading">
        {t('app.allOrganizations')}
      </h2>
      <ul className="navigation" aria-labelledby="navigation-all">
        {entries
          .filter(({ screen }) => may[screen])
          .map(({ screen, to, icon }) => (
            <NavigationLink key={screen} to={to} icon={icon}>
              {t(`staff.${screen}`)}
            </NavigationLink>
          ))}
      </ul>
    </>
  );
}
