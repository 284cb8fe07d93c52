import { isProblemCode } from '@org-portal/contract';
import type { DataProviderError } from '@org-portal/refine-data-provider';
import type { TFunction } from 'i18next';

type HttpFault = Partial<Extract<DataProviderError, { kind: 'http' }>>;

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
        text: httpWords(fault, t),
        ...(fault.problem?.instance && { requestId: fault.problem.instance }),
      };
    case 'request':
    case undefined:
      return { text: t('problems.unknown') };
  }
}

function httpWords({ problem, retryAfterSeconds }: HttpFault, t: TFunction): string {
  if (problem?.code === 'request.rate_limited' && retryAfterSeconds)
    return t('problems.rateLimitedFor', { count: retryAfterSeconds });
  if (problem?.recipient) return t('problems.recipientLimitedAt', { address: problem.recipient });
  if (problem?.quota) {
    const { key, limit, usage = limit } = problem.quota;
    if (limit === undefined) return t('problems.quotaWithout', { key });
    return t('problems.quotaOf', { key, limit, usage });
  }
  if (problem?.organizations && problem.organizations.length > 1)
    return t('problems.lastAdminOfMany', {
      count: problem.organizations.length,
      names: problem.organizations.map(({ id, name }) => name ?? id).join(t('people.listSeparator')),
    });
  if (problem?.organization)
    return t('problems.lastAdminOf', { name: problem.organization.name ?? problem.organization.id });
  return problemCodeWords(problem?.code, t);
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
