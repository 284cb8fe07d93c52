import type { AccessReview } from '@org-portal/contract';

/** Whether something of it changes by itself. */
export const isAtWork = ({ status, removal }: AccessReview): boolean =>
  status === 'Preparing' || (removal !== null && removal.finishedAt === null);

/** Whether people should have been through with it. @param now milliseconds */
export const isOverdue = ({ status, dueAt }: AccessReview, now: number): boolean =>
  (status === 'Open' || status === 'Preparing') && Date.parse(dueAt) < now;

/** Whether somebody decides its lines. */
export const isReviewerOf = ({ reviewers }: AccessReview, personId: string): boolean =>
  reviewers.some(({ id }) => id === personId);
