import type { PersonCard } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { VisitReason, VisitReasonContext } from '../../../changes/visit-reason.ts';
import { whyPath } from '../../../organization/organization-path.ts';
import { personName } from '../../../format/person-name.ts';
import { useMayAsStaff } from '../../../session/use-may-as-staff.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { InviteWidely } from '../../../wide-invite/InviteWidely.tsx';
import { CardInvitations } from './CardInvitations.tsx';
import { CardMemberships } from './CardMemberships.tsx';
import { PersonAccount } from './PersonAccount.tsx';
import { PersonActions } from './PersonActions.tsx';
import { SuspensionChecks } from './SuspensionChecks.tsx';

/** The card. A reason that was given stays for what is done next, until another person is looked at. */
export function OnePerson({ card }: { card: PersonCard }) {
  const { t } = useTranslation();
  const [visit] = useState(() => new VisitReason(t('people.reasonHint')));
  const mayReview = useMayAsStaff('role-review', 'list');
  const { account, email, isLimited } = card;
  const name = (account ? personName(account) : email) ?? t('people.unnamed');
  return (
    <VisitReasonContext value={visit}>
      <Screen title={name} action={email && <InviteWidely invitee={email} />}>
        {isLimited && <p className="person-limits muted">{t('people.limited')}</p>}
        <section className="person-section" aria-labelledby="person-account">
          <header>
            <h2 id="person-account">{t('people.account')}</h2>
            {account && mayReview && <Link to={whyPath(account.id)}>{t('people.why')}</Link>}
            {account && (
              <PersonActions
                account={account}
                state={card.state}
                name={name}
                organizations={card.memberships.length}
              />
            )}
          </header>
          <PersonAccount card={card} />
        </section>
        {account && card.state === 'suspended' && !isLimited && <SuspensionChecks personId={account.id} />}
        <CardMemberships card={card} />
        <CardInvitations card={card} />
      </Screen>
    </VisitReasonContext>
  );
}
