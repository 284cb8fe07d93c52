import type { ManagementApi } from '@org-portal/management-api';
import { isLogtoDown } from './is-logto-down.ts';

/** Milliseconds for which an outage that was seen is not looked at again. */
const PAUSE = 1_000;

/** Tells an outage of Logto from an error that it answers for one account. */
export class Outage {
  readonly #api: ManagementApi;
  #asked: Promise<boolean> | undefined;
  #seenUntil = 0;

  constructor(api: ManagementApi) {
    this.#api = api;
  }

  /**
   * Makes a call to Logto that concerns no account. An earlier success does not count: Logto may have gone down since.
   * @returns whether this call fails too
   */
  isNow(): Promise<boolean> {
    if (performance.now() < this.#seenUntil) return Promise.resolve(true);
    this.#asked ??= this.#ask().finally(() => (this.#asked = undefined));
    return this.#asked;
  }

  async #ask(): Promise<boolean> {
    try {
      await this.#api.organizationTemplate.scopes();
      return false;
    } catch (error) {
      const isDown = isLogtoDown(error);
      if (isDown) this.#seenUntil = performance.now() + PAUSE;
      return isDown;
    }
  }
}
