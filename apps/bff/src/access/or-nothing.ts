import { isManagementApiError } from '@org-portal/management-api';

/** @returns what the call returns, and nothing where Logto says that there is no such thing */
export async function orNothing<Found>(call: Promise<Found>): Promise<Found | undefined> {
  try {
    return await call;
  } catch (error) {
    if (isManagementApiError(error, 'resource.not_found')) return undefined;
    throw error;
  }
}
