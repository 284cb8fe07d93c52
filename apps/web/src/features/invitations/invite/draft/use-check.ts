import { MAX_IMPORT_ROWS, type InvitationCheck } from '@org-portal/contract';
import { useCustomMutation, type HttpError } from '@refinedev/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { knownKey, type Known } from './judge-rows.ts';

/** People type faster than they want to be checked. */
const PAUSE_MS = 350;

interface Answers {
  known: ReadonlyMap<string, Known>;
  isEmailConfigured?: boolean;
  isComplete: boolean;
}

/**
 * Asks the portal which addresses need no invitation; of each address once.
 * @param wanted organization's id → addresses; the same object as long as nothing changes
 */
export function useCheck(wanted: ReadonlyMap<string, readonly string[]>) {
  const { mutateAsync } = useCustomMutation<InvitationCheck, HttpError, object>();
  const [answers, setAnswers] = useState<Answers>({ known: new Map(), isComplete: true });
  const [error, setError] = useState<unknown>();
  const [attempt, setAttempt] = useState(0);
  const ask = useRef(mutateAsync);
  useEffect(() => {
    ask.current = mutateAsync;
  });

  const next = useMemo(() => firstUnknown(wanted, answers.known), [wanted, answers.known]);

  useEffect(() => {
    if (!next) return;
    let isStale = false;
    const put = async () => {
      try {
        const { data } = await ask.current({
          url: 'organizations/{organizationId}/invitations/check',
          method: 'post',
          values: { invitees: next.invitees },
          meta: { organizationId: next.organizationId },
          successNotification: false,
          errorNotification: false,
        });
        if (isStale) return;
        setError(undefined);
        setAnswers((before) => withAnswer(before, next, data));
      } catch (refusal) {
        if (!isStale) setError(refusal);
      }
    };
    const timer = setTimeout(() => void put(), PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [next, attempt]);

  return {
    ...answers,
    isChecking: next !== undefined && error === undefined,
    error,
    retry() {
      setError(undefined);
      setAttempt(attempt + 1);
    },
    /** After something was sent, what was known is so no more. */
    forget: () => setAnswers((before) => ({ ...before, known: new Map() })),
  };
}

interface Question {
  organizationId: string;
  invitees: string[];
}

function firstUnknown(
  wanted: ReadonlyMap<string, readonly string[]>,
  known: ReadonlyMap<string, Known>,
): Question | undefined {
  for (const [organizationId, addresses] of wanted) {
    const unknown = addresses.filter((address) => !known.has(knownKey(organizationId, address)));
    if (unknown.length > 0)
      return { organizationId, invitees: [...new Set(unknown)].slice(0, MAX_IMPORT_ROWS) };
  }
  return undefined;
}

function withAnswer(
  before: Answers,
  { organizationId, invitees }: Question,
  answer: InvitationCheck,
): Answers {
  const members = new Set(answer.alreadyMember);
  const pending = new Set(answer.alreadyPending);
  const known = new Map(before.known);
  for (const address of invitees) {
    const state = members.has(address) ? 'member' : pending.has(address) ? 'pending' : 'free';
    known.set(knownKey(organizationId, address), state);
  }
  const { isComplete, isEmailConfigured } = answer;
  return { known, isEmailConfigured, isComplete: before.isComplete && isComplete };
}
