import type { Account, Invitation, InvitationStatus, PersonCard } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { InvitedCounts } from '../InvitedCounts.tsx';
import { Missing } from '../Missing.tsx';
import { PersonStateMark } from '../PersonStateMark.tsx';
import { phoneNumber } from '../phone-number.ts';

/** Whether there is an account, how it is doing, and how to tell that it is the right one. */
export function PersonAccount({ card: { state, email, account, invitations } }: { card: PersonCard }) {
  const { t } = useTranslation();
  return (
    <dl className="person-facts">
      <Fact title={t('people.status')}>
        <span className="person-state">
          <PersonStateMark state={state} />
          {!account && <InvitedCounts counts={countsOf(invitations.map(({ invitation }) => invitation))} />}
        </span>
      </Fact>
      <Fact title={t('people.email')}>{email ?? <Missing />}</Fact>
      {account && <AccountFacts account={account} />}
    </dl>
  );
}

function AccountFacts({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { lastSignInAt } = account;
  return (
    <>
      <Fact title={t('people.phone')}>{phoneNumber(account.phone) ?? <Missing />}</Fact>
      <Fact title={t('people.username')}>{account.username ?? <Missing />}</Fact>
      <Fact title={t('people.lastSignIn')}>
        {lastSignInAt ? <RelativeTime instant={lastSignInAt} /> : t('people.neverSignedIn')}
      </Fact>
      <Fact title={t('people.created')}>
        <RelativeTime instant={account.createdAt} />
      </Fact>
      <Fact title={t('people.id')}>
        <code>{account.id}</code>
      </Fact>
    </>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function countsOf(invitations: readonly Invitation[]): Record<InvitationStatus, number> {
  const counts = { Pending: 0, Accepted: 0, Expired: 0, Revoked: 0 };
  for (const { status } of invitations) counts[status] += 1;
  return counts;
}
