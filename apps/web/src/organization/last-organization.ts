const STORAGE_KEY = 'portal.organization';

/** The organization that was on the screen last, in this browser. */
export function lastOrganizationId(): string | undefined {
  return localStorage.getItem(STORAGE_KEY) ?? undefined;
}

export function rememberOrganization(id: string): void {
  localStorage.setItem(STORAGE_KEY, id);
}

export function forgetOrganization(id: string): void {
  if (lastOrganizationId() === id) localStorage.removeItem(STORAGE_KEY);
}
