import { MinusOutlined, PlusOutlined } from '@ant-design/icons';
import { INVITATION_STATUSES, type ActivityEntry } from '@org-portal/contract';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { exactTime } from '../../../format/date-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { stateChanges, type RolesChange, type ValueChange } from './state-changes.ts';

/** What changed, or was to change: roles that come and go, a status or an expiry before and after. */
export function StateDifference({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { roles, status, expiresAt } = stateChanges(entry);
  const statusWords = (status: string) => {
    const known = INVITATION_STATUSES.find((one) => one === status);
    return known ? t(`invitations.statuses.${known}`) : status;
  };
  const isNotDone = entry.after && (entry.outcome === 'failed' || entry.outcome === 'refused');
  return (
    <>
      {isNotDone && <dd className="muted">{t('activity.asked')}</dd>}
      {roles && <dt>{t('activity.roles')}</dt>}
      {roles && (
        <dd>
          <RolesDifference {...roles} />
        </dd>
      )}
      {status && <dt>{t('activity.invitationStatus')}</dt>}
      {status && (
        <dd>
          <ValueDifference {...status} words={statusWords} />
        </dd>
      )}
      {expiresAt && <dt>{t('activity.expiry')}</dt>}
      {expiresAt && (
        <dd>
          <ValueDifference {...expiresAt} words={(instant) => exactTime(instant, language)} />
        </dd>
      )}
    </>
  );
}

function RolesDifference({ added, removed, kept }: RolesChange) {
  const { t } = useTranslation();
  if (added.length + removed.length + kept.length === 0)
    return <span className="muted">{t('roles.none')}</span>;
  return (
    <ul className="activity-roles">
      {added.map(({ id, name }) => (
        <li key={id}>
          <Tag icon={<PlusOutlined aria-hidden />} color="success">
            <bdi>{name}</bdi>
          </Tag>
          {t('activity.roleAdded')}
        </li>
      ))}
      {removed.map(({ id, name }) => (
        <li key={id}>
          <Tag icon={<MinusOutlined aria-hidden />} color="error">
            <bdi>{name}</bdi>
          </Tag>
          {t('activity.roleRemoved')}
        </li>
      ))}
      {kept.map(({ id, name }) => (
        <li key={id}>
          <Tag>
            <bdi>{name}</bdi>
          </Tag>
        </li>
      ))}
    </ul>
  );
}

function ValueDifference({ before, after, words }: ValueChange & { words: (value: string) => string }) {
  const { t } = useTranslation();
  if (after === undefined) return null;
  if (before === undefined || before === after) return words(after);
  return (
    <>
      <del>{words(before)}</del>
      <span aria-hidden> → </span>
      <span className="visually-hidden">{t('activity.becomes')}</span>
      <ins>{words(after)}</ins>
    </>
  );
}
