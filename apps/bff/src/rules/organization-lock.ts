import AsyncLock from 'async-lock';

/** Changes that could cost an organization its last admin run one after another. */
export class OrganizationLock {
  readonly #lock = new AsyncLock();

  /** Runs `change` when no other one of the same organization is under way. */
  run<Result>(organizationId: string, change: () => Promise<Result>): Promise<Result> {
    return this.#lock.acquire(organizationId, change);
  }
}
