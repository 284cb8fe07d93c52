import { createHash, timingSafeEqual } from 'node:crypto';
import type { Provider } from 'oidc-provider';
import type { Store } from '../store/store.ts';

const hashed = (text: string) => createHash('sha256').update(text).digest();
const same = (one: string, other: string) => timingSafeEqual(hashed(one), hashed(other));

/** Every secret that an application may authenticate with now: several, so that they can be rotated. */
function secretsOf(store: Store, applicationId: string): string[] {
  const now = Date.now();
  const current = store.applicationSecrets
    .list()
    .filter((row) => row.applicationId === applicationId && (row.expiresAt ?? Infinity) > now)
    .map(({ value }) => value);
  const legacy = store.applications.get(applicationId)?.secret;
  return legacy === undefined || legacy.startsWith('#internal:') ? current : [...current, legacy];
}

/** oidc-provider knows one secret for each client; Logto takes any that is not over. */
export function acceptEverySecret({ Client }: Provider, store: Store): void {
  const compare = function (this: { clientId: string }, actual: string): boolean {
    return secretsOf(store, this.clientId).some((secret) => same(secret, actual));
  };
  Object.assign(Client.prototype as object, { compareClientSecret: compare });
}
