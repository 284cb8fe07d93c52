import type { ManagementApi } from '@org-portal/management-api';
import type { CacheObserver } from '../observability/metrics.ts';
import { ExpiringMap } from './expiring-map.ts';
import { orNothing } from './or-nothing.ts';

/** A changed name may show late; nothing else depends on it. */
const BOUNDS = { life: 300_000, max: 10_000 };

/** Names of inviters: an invitation tells only their ids. */
export class InviterNames {
  readonly #names: ExpiringMap<string | null>;

  constructor(api: ManagementApi, observe?: CacheObserver) {
    this.#names = new ExpiringMap(
      BOUNDS,
      async (id) => {
        const user = await orNothing(api.users.get(id));
        return user?.name ?? user?.username ?? user?.primaryEmail ?? null;
      },
      observe,
    );
  }

  /** @returns name by id; null for those who have none or are gone */
  async of(ids: Iterable<string>): Promise<Map<string, string | null>> {
    const names = [...new Set(ids)].map(async (id) => [id, await this.#names.get(id)] as const);
    return new Map(await Promise.all(names));
  }
}
