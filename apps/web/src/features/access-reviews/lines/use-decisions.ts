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

/** What is decided of some lines. */
interface Decided {
  lines: readonly AccessReviewLine[];
  decision: ReviewDecision | null;
  note?: string | undefined;
}

/**
 * Decides lines, one request after another, and keeps what became of each, so that the rows stay where they are until
 * the list is read again. Each decision can be undone, the last one first.
 */
export function useDecisions(reviewId: string) {
  const { t } = useTranslation();
  const nameOf = useLineName();
  const invalidate = useInvalidate();
  const { mutateAsync } = useCustomMutation<AccessReviewDecisions, HttpError, object>();
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map());
  const latest = useRef(known);
  /** Those with a note that have not been answered, so that a session that ends takes no note with it. */
  const unsent = useRef<Decided[]>([]);
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [said, setSaid] = useState('');
  const [conflicts, setConflicts] = useState(0);
  /** Lines as they were before each decision that can be undone. */
  const [undoable, setUndoable] = useState<readonly (readonly AccessReviewLine[])[]>([]);
  const latestUndoable = useRef(undoable);

  function keepUndoable(next: readonly (readonly AccessReviewLine[])[]) {
    latestUndoable.current = next;
    setUndoable(next);
  }

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

  const asKnown = (seen: AccessReviewLine): AccessReviewLine => {
    const now = latest.current.get(seen.id)?.line;
    return now && now.version > seen.version ? now : seen;
  };

  /** @returns the lines that were decided, as they were before */
  async function send(decided: Decided, isUndoing: boolean): Promise<AccessReviewLine[]> {
    const { lines, decision, note } = decided;
    const before = lines.map(asKnown);
    let done: AccessReviewLine[] = [];
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
      const refused = new Set(data.results.flatMap(({ number, problem }) => (problem ? number : [])));
      done = before.filter(({ number }) => !refused.has(number));
      setConflicts(refused.size);
    } catch (error) {
      // It has been told. After signing in again, it is asked again.
      if ((error as HttpError).statusCode === 401) return done;
    }
    unsent.current = unsent.current.filter((one) => one !== decided);
    const key = isUndoing
      ? 'saidUndone'
      : decision === 'keep'
        ? 'saidKept'
        : decision === 'remove'
          ? 'saidToRemove'
          : 'saidTakenBack';
    const [only] = done;
    if (only === undefined) setSaid('');
    else if (done.length === 1) setSaid(t(`accessReviews.${key}`, { line: nameOf(only) }));
    else setSaid(t(`accessReviews.${key}Many`, { count: done.length }));
    void invalidate({ resource: 'access-reviews', invalidates: ['list', 'detail'], id: reviewId });
    return done;
  }

  async function sendAndRemember(decided: Decided): Promise<void> {
    const done = await send(decided, false);
    if (done.length > 0) keepUndoable([...latestUndoable.current, done]);
  }

  async function undoLast(): Promise<readonly AccessReviewLine[]> {
    const lines = latestUndoable.current.at(-1) ?? [];
    let isDone = false;
    for (const decided of asDecided(lines)) isDone = (await send(decided, true)).length > 0 || isDone;
    if (isDone) keepUndoable(latestUndoable.current.slice(0, -1));
    return lines;
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
        const decided = { lines: lines.slice(from, from + MAX_DECISIONS), decision, note };
        if (note) unsent.current.push(decided);
        queue.current = queue.current.then(() => sendAndRemember(decided));
      }
    },
    /** @returns what has a note and is not answered yet */
    unsent: (): Decided | undefined => unsent.current[0],
    canUndo: undoable.length > 0,
    /** Gives the lines that were decided last the decision that they had before. @returns these lines */
    undo(): Promise<readonly AccessReviewLine[]> {
      const undone = queue.current.then(undoLast);
      queue.current = undone.then(() => undefined);
      return undone;
    },
    /** What was done last, in words. */
    said,
    conflicts,
    forgetConflicts: () => setConflicts(0),
  };
}

/** @returns lines as they are, in as few decisions as give them all back */
function asDecided(lines: readonly AccessReviewLine[]): Decided[] {
  const groups = new Map<string, AccessReviewLine[]>();
  for (const line of lines) {
    const key = JSON.stringify([line.decision, line.note]);
    groups.set(key, [...(groups.get(key) ?? []), line]);
  }
  return [...groups.values()].map((alike) => ({
    lines: alike,
    decision: alike[0]?.decision ?? null,
    note: alike[0]?.note ?? undefined,
  }));
}
