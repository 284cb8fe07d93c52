import { lazy, Suspense } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { SessionGate } from '../session/SessionGate.tsx';
import { PageLoading } from '../ui/PageLoading.tsx';
import { PageNotFound } from '../ui/PageNotFound.tsx';
import { Shell } from './shell/Shell.tsx';
import { StartPage } from './StartPage.tsx';

import MembersPage from '../features/members/MembersPage.tsx';
const InvitationsPage = lazy(() => import('../features/invitations/InvitationsPage.tsx'));
const RolesPage = lazy(() => import('../features/roles/RolesPage.tsx'));
const WelcomePage = lazy(() => import('../features/welcome/WelcomePage.tsx'));
const SignedOutPage = lazy(() => import('../features/signed-out/SignedOutPage.tsx'));

export function PortalRoutes() {
  return (
    <Suspense fallback={<PageLoading />}>
      <Routes>
        <Route path="/signed-out" element={<SignedOutPage />} />
        <Route element={<SessionGate />}>
          <Route index element={<StartPage />} />
          <Route path="/welcome" element={<WelcomePage />} />
          <Route path="/organizations/:organizationId" element={<Shell />}>
            <Route index element={<Navigate to="members" replace />} />
            <Route path="members/:memberId?" element={<MembersPage />} />
            <Route path="invitations" element={<InvitationsPage />} />
            <Route path="roles" element={<RolesPage />} />
          </Route>
        </Route>
        <Route path="*" element={<PageNotFound />} />
      </Routes>
    </Suspense>
  );
}
