import { StopOutlined } from '@ant-design/icons';
import type { AccessReviewLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { personName } from '../../format/person-name.ts';
import { personPath } from '../../organization/organization-path.ts';
import { CutText } from '../../ui/CutText.tsx';
import { StatusMark } from '../../ui/StatusMark.tsx';

interface LinePersonProps {
  person: AccessReviewLine['person'];
  isSuspended?: boolean;
}

/** Whom a line is about: the name, what tells apart those of the same name, and whether they are suspended. */
export function LinePerson({ person, isSuspended = false }: LinePersonProps) {
  const { t } = useTranslation();
  const name = personName(person) ?? t('people.unnamed');
  const detail = person.email ?? person.username;
  return (
    <span className="review-person">
      <Link to={personPath(person.id)}>
        <CutText>{name}</CutText>
      </Link>
      {detail && detail !== name && (
        <span className="muted">
          <CutText>{detail}</CutText>
        </span>
      )}
      {isSuspended && (
        <StatusMark icon={<StopOutlined />} color="error">
          {t('people.states.suspended')}
        </StatusMark>
      )}
    </span>
  );
}
