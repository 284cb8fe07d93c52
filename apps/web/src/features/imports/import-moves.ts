import type { Import } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import type { Change } from '../../changes/use-change.ts';

export type ImportMove = 'pause' | 'continue' | 'cancel' | 'retry';

/** @returns what can be done with an import now, the most likely first */
export function movesOf(one: Import): ImportMove[] {
  switch (one.status) {
    case 'Running':
      return ['pause', 'cancel'];
    case 'Paused':
      return ['continue', 'cancel'];
    case 'Finished':
      return one.retryable > 0 ? ['retry'] : [];
    case 'Cancelled':
      return [];
  }
}

/** @returns what a button that does it says */
export function moveWords(move: ImportMove, one: Import, t: TFunction): string {
  return move === 'retry' ? t('imports.retry', { count: one.retryable }) : t(`imports.${move}`);
}

export function moveChange(move: ImportMove, { id }: Import, t: TFunction): Change {
  const done = { pause: 'paused', continue: 'continued', cancel: 'cancelled', retry: 'retried' } as const;
  return {
    method: 'post',
    path: `imports/{importId}/${move}`,
    params: { importId: id },
    success: t(`imports.${done[move]}`),
    failure: t(`imports.${move}Failed`),
  };
}
