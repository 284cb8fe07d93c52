import { Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { SessionGate } from '../session/SessionGate.tsx';
import { StaffGate } from '../session/StaffGate.tsx';
import { lazyPart } from '../i18n/lazy-part.ts';
import { PageLoading } from '../ui/PageLoading.tsx';
import { PageNotFound } from '../ui/PageNotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { StartPage } from './StartPage.tsx';

import { AccessReviewRoutes } from './AccessReviewRoutes.tsx';

import MembersPage from '../features/members/MembersPage.tsx';
const InvitationsPage = lazyPart(() => import('../features/invitations/InvitationsPage.tsx'));
const ImportsPage = lazyPart(() => import('../features/imports/ImportsPage.tsx'));
const ImportPage = lazyPart(() => import('../features/imports/ImportPage.tsx'));
const ActivityPage = lazyPart(() => import('../features/activity/ActivityPage.tsx'));
const AllActivityPage = lazyPart(() => import('../features/activity/AllActivityPage.tsx'));
const InvitationQueuePage = lazyPart(() => import('../features/invitation-queue/InvitationQueuePage.tsx'));
const PeoplePage = lazyPart(() => import('../features/people/PeoplePage.tsx'));
const PersonPage = lazyPart(() => import('../features/people/card/PersonPage.tsx'));
const OverviewPage = lazyPart(() => import('../features/overview/OverviewPage.tsx'));
const RoleReviewPage = lazyPart(() => import('../features/role-review/RoleReviewPage.tsx'));
const WhyPage = lazyPart(() => import('../features/role-review/WhyPage.tsx'));
const MembershipsPage = lazyPart(() => import('../features/memberships/MembershipsPage.tsx'));
const SnapshotOrganizationsPage = lazyPart(
  () => import('../features/snapshot-organizations/SnapshotOrganizationsPage.tsx'),
);
const RolesPage = lazyPart(() => import('../features/roles/RolesPage.tsx'));
const JoinPage = lazyPart(() => import('../features/join/JoinPage.tsx'));
const WelcomePage = lazyPart(() => import('../features/welcome/WelcomePage.tsx'));
const SignedOutPage = lazyPart(() => import('../features/signed-out/SignedOutPage.tsx'));

export function PortalRoutes() {
  return (
    <Suspense fallback={<PageLoading />}>
      <Routes>
        <Route path="/join" element={<JoinPage />} />
        <Route path="/signed-out" element={<SignedOutPage />} />
        <Route element={<SessionGate />}>
          <Route index element={<StartPage />} />
          <Route path="/welcome" element={<WelcomePage />} />
          <Route path="/organizations/:organizationId" element={<Shell />}>
            <Route index element={<Navigate to="members" replace />} />
            <Route path="members/:memberId?" element={<MembersPage />} />
            <Route path="invitations/:invitationId?" element={<InvitationsPage />} />
            <Route path="imports" element={<ImportsPage />} />
            <Route path="imports/:importId" element={<ImportPage />} />
            <Route path="roles" element={<RolesPage />} />
            <Route path="activity/:entryId?" element={<ActivityPage />} />
          </Route>
          <Route element={<StaffGate resource="invitation-queue" />}>
            <Route element={<Shell />}>
              <Route path="/invitations" element={<InvitationQueuePage />} />
            </Route>
          </Route>
          <Route element={<StaffGate resource="people" />}>
            <Route element={<Shell />}>
              <Route path="/people" element={<PeoplePage />} />
              <Route path="/people/at" element={<PersonPage />} />
              <Route path="/people/:personId" element={<PersonPage />} />
            </Route>
          </Route>
          <Route element={<StaffGate resource="role-review" />}>
            <Route element={<Shell />}>
              <Route path="/overview" element={<OverviewPage />} />
              <Route path="/role-review" element={<RoleReviewPage />} />
              <Route path="/memberships" element={<MembershipsPage />} />
              <Route path="/organizations" element={<SnapshotOrganizationsPage />} />
              <Route path="/people/:personId/permissions" element={<WhyPage />} />
            </Route>
          </Route>
          <Route element={<StaffGate resource="access-reviews" />}>
            <Route path="/access-reviews/*" element={<AccessReviewRoutes />} />
          </Route>
          <Route element={<StaffGate resource="all-activity" />}>
            <Route element={<Shell />}>
              <Route path="/activity/:entryId?" element={<AllActivityPage />} />
            </Route>
          </Route>
        </Route>
        <Route path="*" element={<PageNotFound />} />
      </Routes>
    </Suspense>
  );
}
