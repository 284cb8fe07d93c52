import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { exactTime } from '../format/date-time.ts';
import { useLanguage } from '../i18n/use-language.ts';
import { problemCodeWords } from '../problems/problem-words.ts';
import { StatusMark } from '../ui/StatusMark.tsx';
import type { BulkAction } from './bulk-action.ts';
import { CopyButton } from './CopyButton.tsx';
import type { BulkResult } from './use-bulk.ts';

/** What became of each; the failed ones first. */
export function BulkResults({ action, results }: { action: BulkAction; results: readonly BulkResult[] }) {
  const { t } = useTranslation();
  const failed = results.filter(isFailed);
  const done = results.filter((result) => !isFailed(result));
  const links = done.flatMap(({ outcome }) => outcome?.link ?? []);
  return (
    <>
      <p className="dialog-text" role="status">
        {[
          done.length > 0 && t(`following.bulk.${action}.done`, { count: done.length }),
          failed.length > 0 && t('following.failedCount', { count: failed.length }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {links.length > 1 && (
        <p className="dialog-text">
          <CopyButton text={links.join('\n')}>{t('following.copyAll', { count: links.length })}</CopyButton>
        </p>
      )}
      <ul className="bulk-results" aria-label={t('following.results')}>
        {[...failed, ...done].map((result) => (
          <li key={result.row.invitationId}>
            <ResultMark result={result} />
            <span className="bulk-result-name">
              {result.row.name}{' '}
              {result.row.organization && <span className="muted">{result.row.organization}</span>}
            </span>
            <ResultWords result={result} />
          </li>
        ))}
      </ul>
    </>
  );
}

const isFailed = ({ outcome, failure }: BulkResult): boolean => failure !== undefined || !!outcome?.problem;

function ResultMark({ result }: { result: BulkResult }) {
  const { t } = useTranslation();
  return isFailed(result) ? (
    <StatusMark icon={<CloseCircleOutlined />} color="error">
      {t('following.failed')}
    </StatusMark>
  ) : (
    <StatusMark icon={<CheckCircleOutlined />} color="success">
      {t('following.succeeded')}
    </StatusMark>
  );
}

function ResultWords({ result: { row, outcome, failure } }: { result: BulkResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (failure !== undefined) return <p>{failure}</p>;
  if (outcome.problem) return <p>{problemCodeWords(outcome.problem.code, t)}</p>;
  if (outcome.link !== undefined)
    return (
      <p className="bulk-link">
        <code>{outcome.link}</code>
        <CopyButton text={outcome.link} label={t('following.copyLinkOf', { address: row.name })}>
          {t('following.copy')}
        </CopyButton>
      </p>
    );
  if (!outcome.isRenewed || !outcome.invitation) return null;
  const when = exactTime(outcome.invitation.expiresAt, language);
  return (
    <p>
      {t('following.renewedUntil', { when })} {outcome.isMailed === false && t('following.notMailed')}
    </p>
  );
}
