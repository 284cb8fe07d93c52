import { userInfo } from '../api/present.ts';
import type { Store } from '../store/store.ts';
import type { Origin, Webhooks } from './webhooks.ts';

/** Somebody who has signed in or registered. */
export interface Entry {
  readonly kind: 'SignIn' | 'Register';
  readonly userId: string;
  readonly applicationId: string;
  /** The organizations that they have joined by it. */
  readonly joined: readonly string[];
}

/**
 * Tells what signing in and registering do, as Logto's documentation has it ("Interaction hook events"). Not
 * recorded, unlike the events of the Management API.
 */
export function tellEntry(
  webhooks: Webhooks,
  store: Store,
  { kind, userId, applicationId, joined }: Entry,
  origin: Origin,
): void {
  const row = store.users.get(userId);
  const user = row && userInfo(row);
  const context = { interactionEvent: kind, applicationId, application: shortly(store, applicationId) };
  const { userAgent, ip: userIp } = origin;
  webhooks.tell(`Post${kind}`, { userAgent }, { ...context, userId, userIp, user });
  if (kind === 'Register') webhooks.tell('User.Created', origin, { ...context, data: user });
  for (const organizationId of joined) {
    const facts = { ...context, organizationId, addedUserIds: [userId] };
    webhooks.tell('Organization.Membership.Updated', origin, facts);
  }
}

function shortly(store: Store, applicationId: string): object | undefined {
  const row = store.applications.get(applicationId);
  return row && { id: row.id, type: row.type, name: row.name, description: row.description };
}
