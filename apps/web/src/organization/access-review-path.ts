import { withQuery } from './organization-path.ts';

/** The screen of ops with the reviews of who holds which role. */
export const ACCESS_REVIEWS_PATH = '/access-reviews';

/** @returns the address of one review, with what of it is shown */
export const accessReviewPath = (reviewId: string, filter: Record<string, string> = {}): string =>
  withQuery(`${ACCESS_REVIEWS_PATH}/${encodeURIComponent(reviewId)}`, filter);

/** @returns the address of the form that begins a review, filled with what is given */
export const beginReviewPath = (filled: Record<string, string> = {}): string =>
  withQuery(`${ACCESS_REVIEWS_PATH}/begin`, filled);
