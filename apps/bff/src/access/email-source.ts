import type { ManagementApi } from '@org-portal/management-api';
import { ExpiringMap } from './expiring-map.ts';

const BOUNDS = { life: 60_000, max: 1 };
const TENANT = 'default';

/** Whether Logto can send e-mails, kept for a minute: it is set up once. */
export class EmailSource {
  readonly #kept: ExpiringMap<boolean>;

  constructor(api: ManagementApi) {
    this.#kept = new ExpiringMap(BOUNDS, async () =>
      (await api.connectors.list()).some(({ type }) => type === 'Email'),
    );
  }

  isConfigured(): Promise<boolean> {
    return this.#kept.get(TENANT);
  }
}
