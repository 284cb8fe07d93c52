import { hookEvents } from '../store/hook.ts';
import type { Store } from '../store/store.ts';

/** Fixed, so that settings can be written down; of use on loopback only. */
export const portalWebhook = { id: 'portal-webhook', signingKey: 'portal-webhook-signing-key' } as const;

const told = /^(User|Role|Organization|OrganizationRole|OrganizationScope)\./;

/** The webhook that tells the portal what changes. */
export function seedPortalWebhook(store: Store, portalUrl: string): void {
  store.hooks.insert({
    ...portalWebhook,
    name: 'Org Portal',
    event: null,
    events: hookEvents.filter((event) => told.test(event)),
    config: { url: `${portalUrl}/webhooks/logto` },
    enabled: true,
    createdAt: Date.UTC(2024, 0, 15, 9),
  });
}
