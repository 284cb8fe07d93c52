import { ExpiringMap } from '../access/expiring-map.ts';
import { orNothing } from '../access/or-nothing.ts';
import { Worker } from '../background/worker.ts';
import { askedRest } from '../imports/trouble.ts';
import type { Portal } from '../portal.ts';
import { toProblem } from '../problem/to-problem.ts';
import { checkOrganization } from './check-organization.ts';
import { claimChecks, nameOf, putBack, recoverChecks } from './claim.ts';
import type { SuspensionCheck } from './tables.ts';

/** Organizations at the same time: each waits for a lock, which takes a connection. */
const MOST = 4;
/** All organizations of a person are asked about the same account. */
const ACCOUNTS = { life: 2_000, max: 1_000 };

/** Checks the organizations of people who were suspended at once, and goes on looking at those without an admin. */
export class SuspensionWorker extends Worker {
  /** The portal, with calls of bulk work. */
  readonly #bulk: Portal;
  readonly #accounts: ExpiringMap<boolean>;

  constructor(portal: Portal) {
    super(portal, 'suspensions', 'suspension');
    this.#bulk = { ...portal, api: { ...portal.api, ...this.api } };
    this.#accounts = new ExpiringMap(
      ACCOUNTS,
      async (id) => (await orNothing(this.api.users.get(id)))?.isSuspended ?? false,
    );
  }

  protected override get most(): number {
    return Math.min(MOST, super.most);
  }

  protected override async lookAround(isDue: boolean): Promise<void> {
    const { database, lease } = this.portal;
    if (isDue) await recoverChecks(database, lease, (name) => this.underWay.has(name));
  }

  protected override async takeUp(free: number): Promise<void> {
    const { database, lease } = this.portal;
    for (const check of await claimChecks(database, lease.id, free))
      this.begin(nameOf(check), this.#workOn(check));
  }

  async #workOn(check: SuspensionCheck): Promise<void> {
    const { database, log } = this.portal;
    try {
      await checkOrganization(this.#bulk, check, this.#accounts);
      this.rest.end();
    } catch (err) {
      if (this.underWay.signal.aborted) return;
      log.warn(
        { err, code: toProblem(err).code, person: check.person_id },
        'a suspension has to be checked later',
      );
      this.rest.begin(askedRest(err));
      // If this fails as well, the next look finds it left behind.
      await putBack(database, check).catch(() => undefined);
    }
  }
}
