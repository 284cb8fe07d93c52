import { tabStorage } from '../../storage/browser-storage.ts';

const KEY = 'portal.accept-on-return';

/** Remembers in this tab that the person wants to accept, and has to sign in first. */
export function acceptOnReturn(token: string): void {
  tabStorage.set(KEY, token);
}

/** @returns whether that was said of this link before; true once */
export function isAcceptedBefore(token: string): boolean {
  const isIt = tabStorage.get(KEY) === token;
  if (isIt) tabStorage.remove(KEY);
  return isIt;
}
