import { StopOutlined } from '@ant-design/icons';
import type { Member } from '@org-portal/contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useOrganization } from '../../organization/organization-context.ts';
import { memberPath } from '../../organization/organization-path.ts';
import { useSession } from '../../session/session-context.ts';
import { CutText } from '../../ui/CutText.tsx';
import { PersonAvatar } from '../../ui/PersonAvatar.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { useMemberName } from './use-member-name.ts';

/** Who it is; the name leads to the details. */
export function MemberName({ member }: { member: Member }) {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const { user } = useSession();
  const { search } = useLocation();
  const name = useMemberName()(member);
  return (
    <span className="member-name">
      <PersonAvatar name={name} avatar={member.avatar} />
      <Link to={memberPath(id, member.id) + search}>
        <CutText>{name}</CutText>
      </Link>
      {member.id === user.id && <Tag>{t('members.you')}</Tag>}
      {member.isSuspended && (
        <StatusMark icon={<StopOutlined />} color="error">
          {t('members.suspended')}
        </StatusMark>
      )}
    </span>
  );
}
