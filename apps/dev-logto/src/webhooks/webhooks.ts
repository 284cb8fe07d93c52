import type { FastifyRequest } from 'fastify';
import type { Hook, HookEvent } from '../store/hook.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { deliver, type Outcome } from './delivery.ts';
import { testPayload } from './test-payload.ts';

/** Who caused an event, as every delivery says it. */
export interface Origin {
  readonly userAgent?: string | undefined;
  readonly ip?: string | undefined;
}

/** A client that is gone has no address any more. */
export function originOf({ headers, ip }: Pick<FastifyRequest, 'headers'> & { ip?: string }): Origin {
  return { userAgent: headers['user-agent'], ip: ip === undefined || ip.includes(':') ? ip : `::ffff:${ip}` };
}

/**
 * Tells the hooks what happened, beside the request that caused it, and writes each delivery down under
 * `/api/hooks/{id}/recent-logs`.
 */
export class Webhooks {
  readonly #store: Pick<Store, 'hooks' | 'logs'>;
  readonly #underWay = new Set<Promise<void>>();
  #end = new AbortController();

  constructor(store: Pick<Store, 'hooks' | 'logs'>) {
    this.#store = store;
  }

  /** `facts` come after the origin, in their order; fields that are undefined are left out. */
  tell(event: HookEvent, origin: Origin, facts: object): void {
    const body = { event, createdAt: new Date().toISOString(), ...origin, ...facts };
    for (const hook of this.#store.hooks.list().filter((one) => waitsFor(one, event))) {
      const sent = this.#send(hook, event, { ...body, hookId: hook.id }).finally(() =>
        this.#underWay.delete(sent),
      );
      this.#underWay.add(sent);
    }
  }

  /** Posts a made-up delivery of each event, which no log shows; answers how each ended. */
  async try(hook: Hook, events: readonly HookEvent[]): Promise<Outcome[]> {
    const { signal } = this.#end;
    return Promise.all(
      events.map((event) => deliver(hook, JSON.stringify(testPayload(hook.id, event)), signal)),
    );
  }

  /** Gives up what is under way, without a trace, and waits until nothing is. */
  async abort(): Promise<void> {
    this.#end.abort();
    this.#end = new AbortController();
    await Promise.all(this.#underWay);
  }

  async #send(hook: Hook, event: HookEvent, body: object): Promise<void> {
    const { signal } = this.#end;
    try {
      this.#log(hook, event, body, await deliver(hook, JSON.stringify(body), signal));
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }

  #log(hook: Hook, event: HookEvent, body: object, { response, error }: Outcome): void {
    const key = `TriggerHook.${event}`;
    this.#store.logs.insert({
      id: newId(),
      key,
      payload: {
        key,
        result: error === undefined ? 'Success' : 'Error',
        hookId: hook.id,
        hookRequest: { body },
        ...(response && { response }),
        ...(error !== undefined && { error }),
      },
      createdAt: Date.now(),
    });
  }
}

function waitsFor({ enabled, event: only, events }: Hook, event: HookEvent): boolean {
  return enabled && (events.length > 0 ? events.includes(event) : only === event);
}
