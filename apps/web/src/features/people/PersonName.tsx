import type { FoundPerson } from '@org-portal/contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { personName } from '../../format/person-name.ts';
import { addressPath, personPath } from '../../organization/organization-path.ts';
import { useSession } from '../../session/session-context.ts';
import { CutText } from '../../ui/CutText.tsx';
import { PersonAvatar } from '../../ui/PersonAvatar.tsx';

/** Who it is; the name, or the address, leads to the card. */
export function PersonName({ found: { account, email, id } }: { found: FoundPerson }) {
  const { t } = useTranslation();
  const { search } = useLocation();
  const { user } = useSession();
  const name = (account ? personName(account) : email) ?? t('people.unnamed');
  return (
    <span className="person-name">
      <PersonAvatar name={name} avatar={account?.avatar ?? null} />
      <Link to={account ? personPath(account.id) + search : addressPath(id, search)}>
        <CutText>{name}</CutText>
      </Link>
      {account?.id === user.id && <Tag>{t('members.you')}</Tag>}
    </span>
  );
}
