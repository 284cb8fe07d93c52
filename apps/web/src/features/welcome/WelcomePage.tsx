import { useLogout } from '@refinedev/core';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate } from 'react-router';
import { personName } from '../../format/person-name.ts';
import { useSession } from '../../session/session-context.ts';
import './welcome.css';
import { ReceivedInvitations } from './ReceivedInvitations.tsx';

/** The first page of people who belong to no organization. */
export default function WelcomePage() {
  const { t } = useTranslation();
  const { user, organizations } = useSession();
  const { mutate: logout } = useLogout();
  if (organizations.length > 0) return <Navigate to="/" replace />;

  const { email } = user;
  return (
    <main className="lone-page">
      <title>{t('app.documentTitle', { page: t('welcome.title') })}</title>
      <div className="lone-page-panel">
        <h1>{t('welcome.title')}</h1>
        <p>{t('welcome.signedInAs', { person: email ?? personName(user) ?? user.id })}</p>
        <ReceivedInvitations />
        <div className="welcome-hints">
          <p>{email ? t('welcome.nextStep', { email }) : t('welcome.nextStepNoEmail')}</p>
          <p>{t('welcome.otherAccount')}</p>
        </div>
        <div>
          <Button onClick={() => logout()}>{t('app.signOut')}</Button>
        </div>
      </div>
    </main>
  );
}
