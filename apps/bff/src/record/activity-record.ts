import type { ActivityOutcome, ActivityState, ProblemCode } from '@org-portal/contract';
import { isManagementApiError, type UpstreamCode } from '@org-portal/management-api';
import type { Insertable } from 'kysely';
import type { FastifyBaseLogger } from 'fastify';
import type { Database } from '../database/database.ts';
import { Problem } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import type { ActivityTable } from './activity-table.ts';
import type { Change, Target } from './change.ts';
import { unavailable } from './unavailable.ts';

/** What is about to be sent. */
export interface Attempt {
  /** Default: the one that the change names. */
  target?: Target;
  before?: ActivityState | undefined;
  after?: ActivityState | undefined;
}

/** After these nobody knows whether Logto did it; the record is settled by looking (see settle.ts). */
const IN_DOUBT: ReadonlySet<UpstreamCode> = new Set([
  'upstream.failed',
  'upstream.timeout',
  'upstream.unexpected_response',
]);

/**
 * A call that was ended while it was under way throws what ended it, which tells nothing.
 * @returns whether nobody knows, after this failure, whether Logto did what it was asked for
 */
export function isInDoubt(error: unknown): boolean {
  if (isManagementApiError(error)) return error.wasSent && IN_DOUBT.has(error.code);
  return !(error instanceof Problem);
}

/** Writes down every change before it is sent, and what became of it. */
export class ActivityRecord {
  readonly #database: Database;
  readonly #instance: number;
  readonly #log: Pick<FastifyBaseLogger, 'error'>;
  /** Ids of rows whose change is under way here. */
  readonly underWay = new Set<string>();
  /** Called when a change was left without an answer. */
  onDoubt: () => void = () => {};

  constructor(database: Database, instance: number, log: Pick<FastifyBaseLogger, 'error'>) {
    this.#database = database;
    this.#instance = instance;
    this.#log = log;
  }

  /**
   * Writes the change down, sends it, and writes down what became of it.
   * @param send makes the change in Logto
   * @param idOf the id of a target that has one only now
   * @param database the connection that holds the organization's lock, where there is one
   * @throws Problem `audit.unavailable` when it cannot be written down; then nothing is sent. Else what `send` throws
   */
  async change<Result>(
    change: Change,
    attempt: Attempt,
    send: () => Promise<Result>,
    { idOf, database = this.#database }: { idOf?: (result: Result) => string; database?: Database } = {},
  ): Promise<Result> {
    const id = await this.#begin(database, change, attempt);
    try {
      const result = await send();
      await this.#complete(id, 'succeeded', null, idOf?.(result));
      return result;
    } catch (error) {
      const { code } = toProblem(error);
      await this.#complete(id, isInDoubt(error) ? 'unknown' : 'failed', code);
      if (isInDoubt(error)) this.onDoubt();
      throw error;
    } finally {
      this.underWay.delete(id);
    }
  }

  /** Writes down that the portal did not do what was asked for. A refusal stays one when that fails. */
  async refuse(change: Change, problem: ProblemCode, target = change.target): Promise<void> {
    change.isRecorded = true;
    try {
      await this.#database
        .insertInto('activity')
        .values({ ...this.#row(change, { target }), outcome: 'refused', problem })
        .execute();
    } catch (err) {
      this.#log.error({ err, code: problem }, 'a refusal could not be recorded');
    }
  }

  async #begin(database: Database, change: Change, attempt: Attempt): Promise<string> {
    change.isRecorded = true;
    try {
      const { id } = await database
        .insertInto('activity')
        .values({ ...this.#row(change, attempt), outcome: 'attempted', problem: null })
        .returning('id')
        .executeTakeFirstOrThrow();
      this.underWay.add(id);
      return id;
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** The change has been sent; whatever happens here, it is not undone. A row that stays open is settled later. */
  async #complete(
    id: string,
    outcome: ActivityOutcome,
    problem: ProblemCode | null,
    targetId?: string,
  ): Promise<void> {
    try {
      await this.#database
        .updateTable('activity')
        .set({ outcome, problem, completed_at: new Date(), ...(targetId ? { target_id: targetId } : {}) })
        .where('id', '=', id)
        .execute();
    } catch (err) {
      this.#log.error({ err, activity: id, outcome }, 'an outcome could not be recorded');
    }
  }

  #row(
    change: Change,
    { target = change.target, before, after }: Attempt,
  ): Omit<Insertable<ActivityTable>, 'outcome' | 'problem'> {
    const { actor, organization } = change;
    return {
      instance: this.#instance,
      actor_id: actor.id,
      actor_name: actor.name,
      actor_email: actor.email,
      actor_staff_role: actor.staffRole,
      session: change.session,
      organization_id: organization?.id ?? null,
      organization_name: organization?.name ?? null,
      action: change.action,
      target_type: target.type,
      target_id: target.id,
      target_name: target.name,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
      reason: change.reason || null,
      request_id: change.requestId,
    };
  }
}
