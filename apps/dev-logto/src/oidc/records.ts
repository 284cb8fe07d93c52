import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { Concerns, SignIns } from '../http/route.ts';

interface Kept {
  readonly model: string;
  readonly id: string;
  readonly payload: AdapterPayload;
  readonly expiresAt: number;
}

/** oidc-provider's own records (sessions, grants, codes, refresh tokens), in memory. */
export class Records implements SignIns {
  readonly #kept = new Map<string, Kept>();

  /** The adapter for oidc-provider. `findClient` says which clients there are; they are not kept here. */
  adapter(findClient: (id: string) => AdapterPayload | undefined): AdapterFactory {
    return (model) => this.#adapter(model, findClient);
  }

  sessionsOf(userId: string) {
    return this.#of(userId)
      .filter(({ model }) => model === 'Session')
      .map(({ payload, expiresAt }) => ({
        payload,
        lastSubmission: null,
        clientId: Object.keys(payload.authorizations ?? {})[0] ?? null,
        accountId: userId,
        expiresAt,
      }));
  }

  grantsOf(userId: string) {
    return this.#of(userId)
      .filter(({ model }) => model === 'Grant')
      .map(({ id, payload, expiresAt }) => ({ id, payload, expiresAt }));
  }

  clear(): void {
    this.#kept.clear();
  }

  /** Ends every session, grant and token of the user. */
  revoke(userId: string): void {
    for (const { model, id } of this.#of(userId)) this.#kept.delete(`${model}:${id}`);
  }

  /** Ends one session, with those of its grants that are concerned and all tokens of these. */
  endSession(userId: string, uid: string, concerned: Concerns): void {
    const session = this.#of(userId).find(({ model, payload }) => model === 'Session' && payload.uid === uid);
    if (!session) return;
    for (const [applicationId, { grantId }] of Object.entries(session.payload.authorizations ?? {})) {
      const grant = this.#kept.get(`Grant:${grantId}`)?.payload as
        { openid?: { scope?: string } } | undefined;
      const isOffline = grant?.openid?.scope?.split(' ').includes('offline_access') ?? false;
      if (grantId !== undefined && concerned(applicationId, isOffline)) this.revokeGrant(grantId);
    }
    this.#kept.delete(`Session:${session.id}`);
  }

  /** Ends a grant and all that was given by it; the session forgets that it had the application authorized. */
  revokeGrant(grantId: string): void {
    this.#kept.delete(`Grant:${grantId}`);
    for (const { model, id, payload } of this.#all()) {
      if (payload.grantId === grantId) this.#kept.delete(`${model}:${id}`);
      for (const [applicationId, authorization] of Object.entries(payload.authorizations ?? {}))
        if (authorization.grantId === grantId) delete payload.authorizations?.[applicationId];
    }
  }

  #of(userId: string): Kept[] {
    return this.#all().filter(({ payload }) => payload.accountId === userId);
  }

  #all(): Kept[] {
    const now = Date.now();
    for (const [key, { expiresAt }] of this.#kept) if (expiresAt <= now) this.#kept.delete(key);
    return [...this.#kept.values()];
  }

  #adapter(model: string, findClient: (id: string) => AdapterPayload | undefined): Adapter {
    const key = (id: string) => `${model}:${id}`;
    const alive = (kept: Kept | undefined) =>
      kept && kept.expiresAt > Date.now() ? kept.payload : undefined;
    const findBy = (property: 'uid' | 'userCode', value: string) =>
      alive(
        [...this.#kept.values()].find((kept) => kept.model === model && kept.payload[property] === value),
      );
    return {
      upsert: async (id, payload, expiresIn) => {
        const expiresAt = expiresIn ? Date.now() + expiresIn * 1000 : Infinity;
        this.#kept.set(key(id), { model, id, payload, expiresAt });
      },
      find: async (id) => (model === 'Client' ? findClient(id) : alive(this.#kept.get(key(id)))),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (userCode) => findBy('userCode', userCode),
      consume: async (id) => {
        const kept = this.#kept.get(key(id));
        if (kept) kept.payload.consumed = Math.floor(Date.now() / 1000);
      },
      destroy: async (id) => {
        this.#kept.delete(key(id));
      },
      revokeByGrantId: async (grantId) => {
        for (const one of this.#all()) {
          if (one.model === model && one.payload.grantId === grantId) this.#kept.delete(key(one.id));
        }
      },
    };
  }
}
