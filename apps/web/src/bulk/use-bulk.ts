import { MAX_AT_ONCE, type InvitationOutcome, type InvitationOutcomes } from '@org-portal/contract';
import type { HttpError } from '@refinedev/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChange } from '../changes/use-change.ts';
import { useOnce } from '../changes/use-once.ts';
import { problemLine } from '../problems/problem-words.ts';
import { portions, type BulkRow } from './portions.ts';

/** What became of one row. */
export type BulkResult =
  | { row: BulkRow; outcome: InvitationOutcome; failure?: never }
  | { row: BulkRow; outcome?: never; failure: string };

/** Rows of one request: few enough that one sees it going on. */
const PORTION = Math.min(20, MAX_AT_ONCE);

/** Does the same with many invitations, some at a time, and keeps what became of each. */
export function useBulk(path: string, rows: readonly BulkRow[]) {
  const { t } = useTranslation();
  const { change } = useChange<InvitationOutcomes>();
  const [results, setResults] = useState<BulkResult[]>();
  const [isPending, setPending] = useState(false);

  const send = useOnce(async (reason: string | undefined) => {
    setPending(true);
    setResults([]);
    for (const { organizationId, rows: some } of portions(rows, PORTION)) {
      const invitationIds = some.map(({ invitationId }) => invitationId);
      const done = await change({
        method: 'post',
        path,
        ...(organizationId !== undefined && { organizationId }),
        values: { invitationIds },
        reason,
      }).then(
        (answer) => some.map((row, index) => ({ row, outcome: answer.results[index] as InvitationOutcome })),
        (error: HttpError) => some.map((row) => ({ row, failure: problemLine(error, t) })),
      );
      setResults((before) => [...(before ?? []), ...done]);
    }
    setPending(false);
  });

  return { send, results, isPending };
}
