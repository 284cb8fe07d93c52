import type { JoinInput } from '@org-portal/contract';
import { useCustomMutation, type HttpError } from '@refinedev/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { problemLine } from '../../problems/problem-words.ts';

type Answer = 'decline' | 'ask';

const FAILED = { decline: 'join.declineFailed', ask: 'join.askFailed' } as const;

/** Answers an invitation by its link, other than by accepting it. Presses while it is sent count as one. */
export function useAnswer(token: string, answer: Answer, onDone: () => void) {
  const { t } = useTranslation();
  const { mutate, mutation } = useCustomMutation<object, HttpError, JoinInput>();
  const isSending = useRef(false);

  function send() {
    if (isSending.current) return;
    isSending.current = true;
    mutate(
      {
        url: `join/${answer}`,
        method: 'post',
        values: { token },
        successNotification: false,
        errorNotification: (error) => ({
          type: 'error',
          message: t(FAILED[answer]),
          description: problemLine(error, t),
        }),
      },
      {
        onSettled: () => {
          isSending.current = false;
          onDone();
        },
      },
    );
  }

  return { isPending: mutation.isPending, send };
}
