import { isManagementApiError } from '@org-portal/management-api';

/** @returns whether Logto could not say anything, so that what was known before is not contradicted */
export const isLogtoDown = (error: unknown): boolean =>
  isManagementApiError(error) && (error.code === 'upstream.failed' || error.code === 'upstream.timeout');
