import {
  MAX_DECISIONS,
  type AccessReviewDecisions,
  type AccessReviewLine,
  type ReviewDecision,
} from '@org-portal/contract';
import { useCustomMutation, useInvalidate, type HttpError } from '@refinedev/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { problemLine } from '../../../problems/problem-words.ts';
import { useLineName } from '../use-line-name.ts';

/** A line as it is known now; `isConflict`: somebody else decided it while this person was about to. */
interface Known {
  line: AccessReviewLine;
  isConflict: boolean;
}

/**
 * Decides lines, one request after another, and keeps what became of each, so that the rows stay where they are until
 * the list is read anew.
 */
export function useDecisions(reviewId: string) {
  const { t } = useTranslation();
  const nameOf = useLineName();
  const invalidate = useInvalidate();
  const { mutateAsync } = useCustomMutation<AccessReviewDecisions, HttpError, object>();
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  const latest = useRef(known);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [said, setSaid] = useState('');
  const [conflicts, setConflicts] = useState(0);

  function keepResults({ results }: AccessReviewDecisions) {
    const next = new Map(latest.current);
    for (const { line, problem } of results)
      if (line) next.set(line.id, { line, isConflict: problem !== undefined });
    latest.current = next;
    setKnown(next);
  }

  /** What this person decided themselves since the line was seen is no surprise. */
  const versionOf = (seen: AccessReviewLine): number => {
    const now = latest.current.get(seen.id);
    return now && !now.isConflict ? Math.max(now.line.version, seen.version) : seen.version;
  };

  async function send(lines: readonly AccessReviewLine[], decision: ReviewDecision | null, note?: string) {
    try {
      const { data } = await mutateAsync({
        url: 'access-reviews/{reviewId}/decisions',
        method: 'put',
        meta: { reviewId },
        values: {
          lines: lines.map((line) => ({ number: line.number, version: versionOf(line) })),
          decision,
          ...(note && { note }),
        },
        successNotification: false,
        errorNotification: (error) => ({
          type: 'error',
          message: t('accessReviews.decideFailed'),
          description: problemLine(error, t),
        }),
      });
      keepResults(data);
      const refused = data.results.filter(({ problem }) => problem).length;
      const done = data.results.length - refused;
      setConflicts(refused);
      const key = decision === 'keep' ? 'saidKept' : decision === 'remove' ? 'saidToRemove' : 'saidTakenBack';
      const [only] = data.results;
      if (done === 1 && refused === 0 && only?.line)
        setSaid(t(`accessReviews.${key}`, { line: nameOf(only.line) }));
      else setSaid(done === 0 ? '' : t(`accessReviews.${key}Many`, { count: done }));
    } catch {
      setSaid('');
    }
    void invalidate({ resource: 'access-reviews', invalidates: ['list', 'detail'], id: reviewId });
  }

  return {
    /** @returns the lines of a page as they are known now */
    merge: (items: readonly AccessReviewLine[]): AccessReviewLine[] =>
      items.map((item) => {
        const now = known.get(item.id)?.line;
        return now && now.version > item.version ? now : item;
      }),
    isConflict: (line: AccessReviewLine): boolean => {
      const now = known.get(line.id);
      return now !== undefined && now.isConflict && now.line.version === line.version;
    },
    /** `null` takes decisions back. */
    decide(lines: readonly AccessReviewLine[], decision: ReviewDecision | null, note?: string) {
      for (let from = 0; from < lines.length; from += MAX_DECISIONS) {
        const some = lines.slice(from, from + MAX_DECISIONS);
        queue.current = queue.current.then(() => send(some, decision, note));
      }
    },
    /** What was done last, for those who do not see it. */
    said,
    conflicts,
    forgetConflicts: () => setConflicts(0),
  };
}
