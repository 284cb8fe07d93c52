import type { Import } from '@org-portal/contract';

export interface Tally {
  sent: number;
  failed: number;
  cancelled: number;
  /** Waiting, or on the way. */
  left: number;
  done: number;
  total: number;
}

export function tallyOf({ counts }: Pick<Import, 'counts'>): Tally {
  const { waiting, sending, sent, failed, cancelled } = counts;
  const left = waiting + sending;
  const done = sent + failed;
  return { sent, failed, cancelled, left, done, total: done + left + cancelled };
}

/** @returns a span as people say it, to the nearest: its unit, and how many of them */
export function spanOf(seconds: number): { unit: 'seconds' | 'minutes' | 'hours'; count: number } {
  if (seconds < 60) return { unit: 'seconds', count: Math.max(1, Math.round(seconds)) };
  if (seconds < 90 * 60) return { unit: 'minutes', count: Math.round(seconds / 60) };
  return { unit: 'hours', count: Math.round(seconds / 3600) };
}

/** Of one that was paused or cancelled, what was on the way still comes to its end. */
export function hasWork({ status, counts }: Pick<Import, 'status' | 'counts'>): boolean {
  return status === 'Running' || counts.sending > 0;
}
