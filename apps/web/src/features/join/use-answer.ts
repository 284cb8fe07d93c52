import { useCustomMutation, type HttpError } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import { problemLine } from '../../problems/problem-words.ts';

type Answer = 'decline' | 'ask';

const FAILED = { decline: 'join.declineFailed', ask: 'join.askFailed' } as const;

/** Answers an invitation by its link, other than by accepting it. */
export function useAnswer(token: string, answer: Answer, onDone: () => void) {
  const { t } = useTranslation();
  const { mutate, mutation } = useCustomMutation<object, HttpError, undefined>();
  return {
    isPending: mutation.isPending,
    send: () =>
      mutate(
        {
          url: `join/{token}/${answer}`,
          method: 'post',
          values: undefined,
          meta: { token },
          successNotification: false,
          errorNotification: (error) => ({
            type: 'error',
            message: t(FAILED[answer]),
            description: problemLine(error, t),
          }),
        },
        { onSettled: onDone },
      ),
  };
}
