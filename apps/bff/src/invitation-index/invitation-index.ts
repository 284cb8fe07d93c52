import type { InvitationIndexState } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { putRows, rowOf } from './keep-list.ts';
import { markCurrent } from './mark-current.ts';
import type { Notes } from './own-writes.ts';
import { Readings, type IndexOptions, type IndexParts } from './readings.ts';
import { stateOf, type Scope } from './state.ts';

/** The portal's own index of all invitations: told of changes, fed with lists, asked how old it is. */
export class InvitationIndex implements Notes {
  readonly readings: Readings;
  readonly #database: Database;
  readonly #log: IndexParts['log'];

  constructor(parts: IndexParts, options: IndexOptions = {}) {
    this.readings = new Readings(parts, options);
    this.#database = parts.database;
    this.#log = parts.log;
  }

  /** @throws Problem `audit.unavailable` */
  stateOf(scope: Scope): Promise<InvitationIndexState> {
    return stateOf(this.#database, scope);
  }

  /** Reads again what somebody is about to look at, where that is cheap. Never rejects. */
  freshen(scope: Scope): Promise<void> {
    return this.readings.freshen(scope);
  }

  /**
   * Keeps a list of an organization that was read for another reason. Does not wait for that.
   * @param askedAt as `performance.now()` said before Logto was asked
   */
  feed(organizationId: string, askedAt: number, list: readonly LogtoInvitation[]): void {
    this.readings.feed(organizationId, askedAt, list);
  }

  async changed(invitation: LogtoInvitation): Promise<void> {
    await this.#noting(async () => {
      await putRows(this.#database, [rowOf(invitation)]);
      await this.#wrote(invitation.organizationId);
      await markCurrent(this.#database, { invitationIds: [invitation.id] });
    });
  }

  async deleted(invitationId: string): Promise<void> {
    await this.#noting(async () => {
      const row = await this.#database
        .updateTable('invitation_index')
        .set({ is_deleted: true, is_current: false, is_last: false, as_of: sql`clock_timestamp()` })
        .where('id', '=', invitationId)
        .returning('organization_id')
        .executeTakeFirst();
      if (!row) return;
      await this.#wrote(row.organization_id);
      await markCurrent(this.#database, { invitationIds: [invitationId] });
    });
  }

  async doubtful(of: { organizationId: string } | { invitationId: string }): Promise<void> {
    await this.#noting(async () => {
      if ('organizationId' in of) return this.#readSoon([of.organizationId]);
      const row = await this.#database
        .selectFrom('invitation_index')
        .select('organization_id')
        .where('id', '=', of.invitationId)
        .executeTakeFirst();
      if (row) await this.#readSoon([row.organization_id]);
    });
  }

  /** Has organizations read again that the index knows, by whichever instance fills it. */
  async #readSoon(organizationIds: readonly string[]): Promise<void> {
    await this.#database
      .updateTable('invitation_index_organization')
      .set({ due_at: sql`clock_timestamp()` })
      .where('organization_id', '=', sql<string>`any(${[...organizationIds]})`)
      .execute();
  }

  /**
   * Hears what Logto tells by webhook (events and payloads recorded: webhooks.json). It tells nothing of invitations, but of
   * what takes them along: deleted people and organizations, and memberships that an invitation may have led to.
   */
  async hear({ event, organizationId, userId }: { event: string; organizationId?: string; userId?: string }) {
    await this.#noting(async () => {
      if (/^Organization\.(Created|Deleted|Data\.Updated)$/.test(event))
        await this.#database
          .updateTable('invitation_index_state')
          .set({ list_due_at: sql`clock_timestamp()` })
          .execute();
      if (event === 'Organization.Membership.Updated' && organizationId !== undefined)
        await this.#readSoon([organizationId]);
      if (event === 'User.Deleted' && userId !== undefined) {
        const rows = await this.#database
          .selectFrom('invitation_index')
          .select('organization_id')
          .distinct()
          .where((row) => row.or([row('inviter_id', '=', userId), row('accepted_user_id', '=', userId)]))
          .execute();
        await this.#readSoon(rows.map((row) => row.organization_id));
      }
    });
  }

  /** The next reading looks at the marks again, should this process end before it has set them. */
  async #wrote(organizationId: string): Promise<void> {
    const now = sql<Date>`clock_timestamp()`;
    await this.#database
      .insertInto('invitation_index_organization')
      .values({ organization_id: organizationId, written_at: now })
      .onConflict((conflict) => conflict.column('organization_id').doUpdateSet({ written_at: now }))
      .execute();
  }

  /** The change itself has been made: the index is behind until the organization is read again. */
  async #noting(note: () => Promise<void>): Promise<void> {
    try {
      await note();
    } catch (err) {
      this.#log.warn({ err }, 'the index of invitations could not be told of a change');
    }
  }
}
