import { useTranslation } from 'react-i18next';
import { problemCodeWords } from '../problems/problem-words.ts';
import type { BulkRow } from './portions.ts';

/** Those that are selected but left out, each with the reason. */
export function LeftOut({ rows }: { rows: readonly BulkRow[] }) {
  const { t } = useTranslation();
  if (rows.length === 0) return null;
  const title = t('following.leftOut', { count: rows.length });
  return (
    <>
      <p className="dialog-text">{title}</p>
      <ul className="bulk-names" aria-label={title}>
        {rows.map(({ invitationId, name, organization, refusal }) => (
          <li key={invitationId}>
            {name} {organization && <span className="muted">{organization}</span>}
            {refusal && <p className="muted">{problemCodeWords(refusal, t)}</p>}
          </li>
        ))}
      </ul>
    </>
  );
}
