import { lastingStorage } from '../storage/browser-storage.ts';

const STORAGE_KEY = 'portal.organization';

/** The organization that was on the screen last, in this browser. */
export function lastOrganizationId(): string | undefined {
  return lastingStorage.get(STORAGE_KEY);
}

export function rememberOrganization(id: string): void {
  lastingStorage.set(STORAGE_KEY, id);
}

export function forgetOrganization(id: string): void {
  if (lastOrganizationId() === id) lastingStorage.remove(STORAGE_KEY);
}
