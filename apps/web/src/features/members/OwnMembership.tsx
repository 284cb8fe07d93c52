import type { Member } from '@org-portal/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { lazyPart } from '../../i18n/lazy-part.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { Opening } from '../../ui/dialog/Opening.tsx';

const LeaveDialog = lazyPart(() => import('./LeaveDialog.tsx'));

/** In one's own details: the way out of the organization, or why there is none. */
export function OwnMembership({ member }: { member: Member }) {
  const { t } = useTranslation();
  const { name: organization } = useOrganization();
  const [isLeaving, setLeaving] = useState(false);
  const isLastAdmin = member.blocked.remove === 'member.last_admin';
  return (
    <div className="own-membership">
      <Button
        danger
        disabled={isLastAdmin}
        aria-describedby="own-membership"
        onClick={() => setLeaving(true)}
      >
        {t('members.leaveOrganization', { organization })}
      </Button>
      <p id="own-membership" className="muted">
        {isLastAdmin && problemCodeWords('member.last_admin', t)}
      </p>
      <Opening>{isLeaving && <LeaveDialog member={member} onClosed={() => setLeaving(false)} />}</Opening>
    </div>
  );
}
