import { isProblemCode } from '@org-portal/contract';
import type { DataProviderError } from '@org-portal/refine-data-provider';
import type { TFunction } from 'i18next';

export interface ProblemWords {
  /** What happened and what to do. */
  text: string;
  /** To be passed on to whoever runs the portal; undefined when no reply came. */
  requestId?: string;
}

/** @param error what a call of the data provider rejected with, or anything else that was thrown */
export function problemWords(error: unknown, t: TFunction): ProblemWords {
  const fault = error as Partial<DataProviderError> | undefined;
  switch (fault?.kind) {
    case 'network':
      return { text: t('problems.network') };
    case 'timeout':
      return { text: t('problems.timeout') };
    case 'reply':
      return { text: t('problems.unreadable') };
    case 'http':
      return {
        text:
          fault.problem?.code === 'request.rate_limited' && fault.retryAfterSeconds
            ? t('problems.rateLimitedFor', { count: fault.retryAfterSeconds })
            : problemCodeWords(fault.problem?.code, t),
        ...(fault.problem?.instance && { requestId: fault.problem.instance }),
      };
    case 'request':
    case undefined:
      return { text: t('problems.unknown') };
  }
}

/** @returns the same in one line, for a notification */
export function problemLine(error: unknown, t: TFunction): string {
  const { text, requestId } = problemWords(error, t);
  return requestId ? `${text} (${t('states.requestId')} ${requestId})` : text;
}

/** @returns the words for a code of the contract; for others, that something unexpected happened */
export function problemCodeWords(code: string | undefined, t: TFunction): string {
  return isProblemCode(code) ? t(`problems.${code}`) : t('problems.unknown');
}
