/** @returns the address of all lines of a review as a file */
export const exportAddress = (reviewId: string): string =>
  `/api/access-reviews/${encodeURIComponent(reviewId)}/export`;
