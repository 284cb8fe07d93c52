import type { PersonCard } from '@org-portal/contract';
import { lazy, useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../../../bulk/bulk.css';
import { useSession } from '../../../session/session-context.ts';
import { SectionTable } from '../../../ui/SectionTable.tsx';
import { actionsWith, type CardAction, type CardInvitation } from './invitation-actions.ts';
import { useCardInvitationColumns } from './use-card-invitation-columns.tsx';
import { Opening } from '../../../ui/dialog/Opening.tsx';
import { useKeptState } from '../../../kept-work/use-kept.ts';
import { serverNow } from '../../../clock/server-time.ts';

const BulkDialog = lazy(() => import('../../../bulk/BulkDialog.tsx'));

/** Every invitation to the person's address, and what can be done with each. */
export function CardInvitations({ card }: { card: PersonCard }) {
  const { t } = useTranslation();
  const session = useSession();
  const [now] = useState(serverNow);
  const [underWay, setUnderWay] = useKeptState<{ one: CardInvitation; action: CardAction } | undefined>(
    'card.action',
    undefined,
  );
  const columns = useCardInvitationColumns(
    (one) => actionsWith(one, card, session, now),
    (one, action) => setUnderWay({ one, action }),
  );
  return (
    <>
      <SectionTable
        className="person-section"
        title={
          card.invitations.length > 0
            ? t('people.invitations', { count: card.invitations.length })
            : t('people.invitationsNone')
        }
        items={card.invitations.map((one) => ({ ...one, id: one.invitation.id }))}
        columns={columns}
        empty={t('people.noInvitations')}
      />
      <Opening>
        {underWay && (
          <BulkDialog
            action={underWay.action}
            rows={[rowOf(underWay.one)]}
            onClosed={() => setUnderWay(undefined)}
          />
        )}
      </Opening>
    </>
  );
}

const rowOf = ({ invitation, organization }: CardInvitation) => ({
  invitationId: invitation.id,
  name: invitation.invitee,
  organizationId: organization.id,
  organization: organization.name ?? organization.id,
});
