import { Skeleton, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useOrganization } from '../../organization/organization-context.ts';
import { organizationPath } from '../../organization/organization-path.ts';
import { useSession } from '../../session/session-context.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { MemberDetails } from './MemberDetails.tsx';
import { useMemberQuery } from './member-query.ts';
import { OwnMembership } from './OwnMembership.tsx';
import { useMemberName } from './use-member-name.ts';
import { SidePanel } from '../../ui/dialog/SidePanel.tsx';

/** Details of one member, over the list. Closing leads back to the list as it was. */
export default function MemberDrawer({ memberId }: { memberId: string }) {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const { search } = useLocation();
  const { user } = useSession();
  const navigate = useNavigate();
  const name = useMemberName();
  const [isOpen, setOpen] = useState(true);
  const { result: member, query } = useMemberQuery(memberId);
  return (
    <SidePanel
      open={isOpen}
      size="min(440px, 100vw)"
      title={member ? name(member) : t('members.details')}
      extra={member?.id === user.id && <Tag>{t('members.you')}</Tag>}
      closable={{ 'aria-label': t('changes.close') }}
      onClose={() => setOpen(false)}
      afterOpenChange={(open) => {
        if (!open) void navigate(organizationPath(organizationId) + search);
      }}
    >
      {member ? (
        <>
          <MemberDetails member={member} />
          {member.id === user.id && <OwnMembership member={member} />}
        </>
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton active avatar paragraph={{ rows: 8 }} />
      )}
    </SidePanel>
  );
}
