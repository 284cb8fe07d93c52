import { UserOutlined } from '@ant-design/icons';
import type { ActivityEntry } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exactTime } from '../../../format/date-time.ts';
import { personName } from '../../../format/person-name.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { RequestId } from '../../../ui/RequestId.tsx';
import { useActivityScope } from '../activity-scope.ts';
import { EntryName } from './EntryName.tsx';
import { EntrySummary } from './EntrySummary.tsx';
import { OutcomeMark } from './OutcomeMark.tsx';
import { StateDifference } from './StateDifference.tsx';
import { actorPath, targetPath } from './target-path.ts';
import { useTargetName } from './use-target-name.ts';

/** All that the record tells of one entry. */
export function EntryDetails({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { path, organizationId } = useActivityScope();
  const targetName = useTargetName()(entry);
  const { actor, target, organization, reason } = entry;
  const name = personName(actor);
  return (
    <>
      <EntrySummary entry={entry} />
      <dl className="activity-details">
        <dt>{t('activity.outcome')}</dt>
        <dd>
          <OutcomeMark outcome={entry.outcome} />
        </dd>
        <dt>{t('activity.time')}</dt>
        <dd>
          <time dateTime={entry.time}>{exactTime(entry.time, language)}</time>
        </dd>
        <dt>{t('activity.person')}</dt>
        <dd>
          <EntryName path={actorPath(entry)}>{name ?? actor.id}</EntryName>
          {actor.email && actor.email !== name && <p className="muted">{actor.email}</p>}
          <Link className="activity-only" to={`${path}?${new URLSearchParams({ actor: actor.id })}`}>
            <UserOutlined aria-hidden /> {t('activity.onlyThisPerson')}
          </Link>
        </dd>
        {organization && organizationId === undefined && <dt>{t('activity.organization')}</dt>}
        {organization && organizationId === undefined && <dd>{organization.name ?? organization.id}</dd>}
        {(target.type === 'member' || target.type === 'person' || target.type === 'invitation') && (
          <>
            <dt>{t(`activity.targets.${target.type}`)}</dt>
            <dd>
              <EntryName path={targetPath(entry)}>{targetName}</EntryName>
            </dd>
          </>
        )}
        <StateDifference entry={entry} />
        {reason && <dt>{t('activity.reason')}</dt>}
        {reason && <dd dir="auto">{reason}</dd>}
      </dl>
      <RequestId id={entry.requestId} />
    </>
  );
}
