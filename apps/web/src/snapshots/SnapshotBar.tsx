import { ReloadOutlined } from '@ant-design/icons';
import type { Snapshot } from '@org-portal/contract';
import { useCustomMutation, type HttpError } from '@refinedev/core';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../problems/problem-words.ts';
import { RelativeTime } from '../ui/RelativeTime.tsx';
import './snapshots.css';
import { SnapshotProgress } from './SnapshotProgress.tsx';
import type { LatestSnapshot } from './use-latest-snapshot.ts';

/** How old the figures are, how far the next ones have come, and how to have them read anew. */
export function SnapshotBar({ latest }: { latest: LatestSnapshot }) {
  const { t } = useTranslation();
  const { snapshot, isMissing, underWay, failed } = latest;
  const { mutate, mutation } = useCustomMutation<Snapshot, HttpError>();
  const send = (url: string) =>
    mutate(
      { url, method: 'post', values: {}, errorNotification: false, successNotification: false },
      { onSettled: latest.look },
    );
  return (
    <div className="snapshot-bar">
      {underWay ? (
        <SnapshotProgress snapshot={underWay} />
      ) : (
        <p>
          {snapshot?.finishedAt ? (
            <>
              {t('snapshots.asOf')} <RelativeTime instant={snapshot.finishedAt} />
              <Incomplete snapshot={snapshot} />
            </>
          ) : (
            isMissing && t('snapshots.never')
          )}
          {failed?.status === 'TooLarge' && (
            <span className="snapshot-trouble" role="alert">
              {t('snapshots.tooLarge', { count: failed.memberships.expected })}
            </span>
          )}
          {mutation.error && (
            <span className="snapshot-trouble" role="alert">
              {problemWords(mutation.error, t).text}
            </span>
          )}
        </p>
      )}
      {underWay ? (
        <Button
          size="small"
          loading={mutation.isPending}
          onClick={() => send(`snapshots/${underWay.id}/cancel`)}
        >
          {t('snapshots.stop')}
        </Button>
      ) : (
        <Button
          size="small"
          icon={<ReloadOutlined />}
          loading={mutation.isPending}
          onClick={() => send('snapshots')}
        >
          {t(isMissing ? 'snapshots.read' : 'snapshots.readAnew')}
        </Button>
      )}
    </div>
  );
}

function Incomplete({ snapshot: { organizations } }: { snapshot: Snapshot }) {
  const { t } = useTranslation();
  const { gone, unlisted } = organizations;
  return (
    <>
      {gone > 0 && <span className="snapshot-note">{t('snapshots.gone', { count: gone })}</span>}
      {unlisted > 0 && <span className="snapshot-note">{t('snapshots.unlisted', { count: unlisted })}</span>}
    </>
  );
}
