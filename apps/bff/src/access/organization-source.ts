import type { LogtoOrganization, ManagementApi } from '@org-portal/management-api';
import type { CacheObserver } from '../observability/metrics.ts';
import { ExpiringMap } from './expiring-map.ts';
import { orNothing } from './or-nothing.ts';

const BOUNDS = { life: 10_000, max: 1_000 };

/** Organizations for staff, who do not know them by membership. */
export class OrganizationSource {
  readonly #organizations: ExpiringMap<LogtoOrganization | undefined>;

  constructor(api: ManagementApi, observe?: CacheObserver) {
    this.#organizations = new ExpiringMap(BOUNDS, (id) => orNothing(api.organizations.get(id)), observe);
  }

  /** @returns nothing when there is no such organization */
  get(id: string): Promise<LogtoOrganization | undefined> {
    return this.#organizations.get(id);
  }

  forgetAll(): void {
    this.#organizations.forgetAll();
  }
}
