import { sql } from 'kysely';
import { Worker } from '../background/worker.ts';
import type { Portal } from '../portal.ts';
import { isPassing } from '../problem/passing.ts';
import { toProblem } from '../problem/to-problem.ts';

const LISTING = 'organizations';

/**
 * Fills the index organization by organization, and reads each again when it is due. One instance does it; when that is
 * gone, another one takes over.
 */
export class IndexWorker extends Worker {
  #isFiller = false;
  /** Whether the database was told how the rows are spread, which searches are planned by. */
  #isAnalyzed = false;

  constructor(portal: Portal) {
    super(portal, 'the index of invitations', 'invitation-index');
  }

  override async stop(): Promise<void> {
    await super.stop();
    const { database, lease } = this.portal;
    await database
      .updateTable('invitation_index_state')
      .set({ instance: null })
      .where('instance', '=', lease.id)
      .execute()
      .catch(() => undefined);
  }

  /** One at a time: two large replies at once took 345 MB of memory instead of 228 MB. */
  protected override get most(): number {
    return 1;
  }

  protected override async lookAround(isDue: boolean): Promise<void> {
    if (isDue) this.#isFiller = await this.#becomeFiller();
  }

  protected override async takeUp(free: number): Promise<void> {
    if (!this.#isFiller) return;
    const { database } = this.portal;
    const now = sql<Date>`clock_timestamp()`;
    const { is_due: isListDue } = await database
      .selectFrom('invitation_index_state')
      .select(sql<boolean>`list_due_at <= ${now}`.as('is_due'))
      .executeTakeFirstOrThrow();
    if (isListDue && !this.underWay.has(LISTING)) this.#work(LISTING, () => this.#list());
    const due = await database
      .selectFrom('invitation_index_organization')
      .select('organization_id')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(free + this.underWay.size)
      .execute();
    const ids = due.map((row) => row.organization_id).filter((id) => !this.underWay.has(id));
    for (const id of ids.slice(0, free)) this.#work(id, () => this.#read(id));
    if (due.length === 0 && !isListDue && this.underWay.size === 0) await this.#analyze();
  }

  async #list(): Promise<void> {
    const { gone } = await this.portal.invitationIndex.readings.list(this.api);
    this.portal.metrics?.jobRows('invitation-index', 'gone', gone);
  }

  async #read(organizationId: string): Promise<void> {
    await this.portal.invitationIndex.readings.read(organizationId, this.api);
    this.portal.metrics?.jobRows('invitation-index', 'read');
  }

  #work(name: string, work: () => Promise<void>): void {
    const done = work()
      .then(() => this.rest.end())
      .catch((error: unknown) => {
        if (this.underWay.signal.aborted) return;
        const { code, retryAfter } = toProblem(error);
        this.portal.metrics?.jobRows('invitation-index', 'failed');
        this.portal.log.warn({ err: error, code, of: name }, 'invitations could not be read yet');
        // Else it concerns this organization alone, which is tried again later.
        if (isPassing(code) && code !== 'upstream.unexpected_response')
          this.rest.begin((retryAfter ?? 0) * 1_000);
      });
    this.begin(name, done);
  }

  async #becomeFiller(): Promise<boolean> {
    const { database, lease } = this.portal;
    const { instance } = await database
      .selectFrom('invitation_index_state')
      .select('instance')
      .executeTakeFirstOrThrow();
    if (instance === lease.id) return true;
    if (instance !== null && !(await lease.isGone(instance))) return false;
    const { numUpdatedRows } = await database
      .updateTable('invitation_index_state')
      .set({ instance: lease.id })
      .where('instance', 'is not distinct from', instance)
      .executeTakeFirst();
    return numUpdatedRows > 0n;
  }

  /** Nobody else does it in the embedded database, and elsewhere it may take minutes. */
  async #analyze(): Promise<void> {
    if (this.#isAnalyzed) return;
    this.#isAnalyzed = true;
    await sql`analyze invitation_index`.execute(this.portal.database);
  }
}
