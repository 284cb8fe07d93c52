import type { ActivityEntry } from '@org-portal/contract';
import { Trans, useTranslation } from 'react-i18next';
import { dayOf } from '../../../format/date-time.ts';
import { personName } from '../../../format/person-name.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { EntryName } from './EntryName.tsx';
import { sentenceOf } from './sentence.ts';
import { stateChanges } from './state-changes.ts';
import { actorPath, targetPath } from './target-path.ts';
import { useTargetName } from './use-target-name.ts';

/** Who did what to whom, in words; names lead to where they can be seen. */
export function EntrySentence({ entry }: { entry: ActivityEntry }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { actor, target, after } = entry;
  const { key, count } = sentenceOf(entry);
  const targetName = useTargetName()(entry);
  const { added = [], removed = [] } = stateChanges(entry).roles ?? {};
  const given = entry.action === 'invitation.create' ? (after?.roles ?? []) : added;
  const names = (roles: { name: string }[]) => (
    <bdi>{new Intl.ListFormat(language).format(roles.map(({ name }) => name))}</bdi>
  );
  const isSelf = target.type === 'member' && target.id === actor.id;
  return (
    <Trans
      t={t}
      i18nKey={`activity.sentences.${key}`}
      count={count}
      components={{
        actor: <EntryName path={actorPath(entry)}>{personName(actor) ?? actor.id}</EntryName>,
        target: isSelf ? (
          <>{t('activity.themselves')}</>
        ) : (
          <EntryName path={targetPath(entry)}>{targetName}</EntryName>
        ),
        added: names(given),
        removed: names(removed),
        expiry: <>{after?.expiresAt && dayOf(after.expiresAt, language)}</>,
      }}
    />
  );
}
