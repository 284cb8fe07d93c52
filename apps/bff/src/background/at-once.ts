import type { BudgetState } from '@org-portal/management-api';

/** Without a limit Logto is probably beside the portal, on the same machine. */
const UNLIMITED = 8;
const MOST = 32;
/** Of the budget of ten seconds: enough to use it up where Logto, which sends the e-mail meanwhile, takes over a second. */
const SHARE = 0.15;

/** @returns how many rows a process works on at the same time */
export function atOnce({ limit }: Pick<BudgetState, 'limit'>): number {
  if (limit === 0) return UNLIMITED;
  return Math.min(MOST, Math.max(2, Math.ceil(limit * SHARE)));
}
