import { Worker } from '../background/worker.ts';
import { askedRest } from '../imports/trouble.ts';
import type { Portal } from '../portal.ts';
import { toProblem } from '../problem/to-problem.ts';
import { claimOrganizations, isDone, nameOf, putBack, recoverOrganizations } from './claim.ts';
import { closeFinished, nextLine } from './lines.ts';
import { removeLine } from './remove-line.ts';
import type { RemovalOrganization } from './tables.ts';

/** Organizations at the same time: each holds a connection while it is changed. */
const MOST = 8;
/** Lines of one organization before others have their turn. */
const IN_A_ROW = 20;
/** Milliseconds until it may be known what became of an earlier attempt. */
const SOON = 500;

/** Takes away what closed reviews marked: in several organizations at once, in each of them line by line. */
export class RemovalWorker extends Worker {
  /** The portal, with calls of bulk work. */
  readonly #bulk: Portal;

  constructor(portal: Portal) {
    super(portal, 'removals', 'removal');
    this.#bulk = { ...portal, api: { ...portal.api, ...this.api } };
  }

  protected override get most(): number {
    return Math.min(MOST, super.most);
  }

  protected override async lookAround(isDue: boolean): Promise<void> {
    const { database, lease } = this.portal;
    if (isDue) await recoverOrganizations(database, lease, (name) => this.underWay.has(name));
  }

  protected override async takeUp(free: number): Promise<void> {
    const { database, lease } = this.portal;
    const claimed = await claimOrganizations(database, lease.id, free);
    for (const one of claimed) this.begin(nameOf(one), this.#workOn(one));
    if (claimed.length === 0) await closeFinished(database);
  }

  async #workOn(organization: RemovalOrganization): Promise<void> {
    const { database, log } = this.portal;
    try {
      for (let turn = 0; turn < IN_A_ROW && !this.isStopping; turn += 1) {
        const next = await nextLine(database, organization);
        if (!next) return await isDone(database, organization);
        if (!(await removeLine(this.#bulk, next.removal, next.line)))
          return await putBack(database, organization, SOON);
        this.rest.end();
      }
      await putBack(database, organization);
    } catch (err) {
      if (this.underWay.signal.aborted) return;
      log.warn({ err, code: toProblem(err).code, review: organization.review_id }, 'a removal has to wait');
      this.rest.begin(askedRest(err));
      // Else it is found to be left behind at the next look.
      await putBack(database, organization).catch(() => undefined);
    }
  }
}
