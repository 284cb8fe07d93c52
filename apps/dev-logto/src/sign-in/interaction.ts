import type { FastifyReply, FastifyRequest } from 'fastify';
import { errors, type InteractionResults, type Provider } from 'oidc-provider';
import type { DemoAccount } from '../seed/demo.ts';
import type { Store } from '../store/store.ts';
import { tellEntry, type Entry } from '../webhooks/sign-in-events.ts';
import { originOf, type Webhooks } from '../webhooks/webhooks.ts';
import { brandingOf } from './branding.ts';
import type { Look } from './look.ts';
import { lostPage } from './sign-in-page.ts';
import { wordsFor } from './words.ts';

export interface SignIn {
  readonly store: Store;
  readonly provider: () => Provider;
  readonly people: readonly DemoAccount[];
  readonly portalUrl: string;
  readonly webhooks: Webhooks;
}

export type Interaction = Awaited<ReturnType<Provider['interactionDetails']>>;

export const asHtml = (reply: FastifyReply, status: number, page: string) =>
  reply.code(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(page);

/** The sign-in that a browser is in the middle of, and its way back to oidc-provider. */
export class Interactions {
  readonly #signIn: SignIn;

  constructor(signIn: SignIn) {
    this.#signIn = signIn;
  }

  /** Undefined, with the reply sent, where there is none any more. */
  async find(request: FastifyRequest, reply: FastifyReply): Promise<Interaction | undefined> {
    try {
      return await this.#signIn.provider().interactionDetails(request.raw, reply.raw);
    } catch (error) {
      if (!(error instanceof errors.SessionNotFound)) throw error;
      await this.lost(request, reply);
      return undefined;
    }
  }

  lost(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    return asHtml(reply, 400, lostPage(this.look(request), this.#signIn.portalUrl));
  }

  /** Language and branding that the authorization request asks for; else those of the browser, and none. */
  look(request: FastifyRequest, params: Readonly<Record<string, unknown>> = {}): Look {
    const { ui_locales: locales, organization_id: organizationId } = params;
    const wanted = typeof locales === 'string' ? locales : request.headers['accept-language'];
    return { ...wordsFor(wanted), branding: brandingOf(this.#signIn.store, organizationId) };
  }

  /** Signs somebody in who has shown who they are: notes the time, tells the webhooks, goes on. */
  finish(
    request: FastifyRequest,
    reply: FastifyReply,
    { params }: Interaction,
    entry: Omit<Entry, 'applicationId'>,
  ): Promise<FastifyReply> {
    const { store, webhooks } = this.#signIn;
    const user = store.users.get(entry.userId);
    if (user) store.users.update(user, { lastSignInAt: Date.now() });
    const applicationId = String(params['client_id']);
    tellEntry(webhooks, store, { ...entry, applicationId }, originOf(request));
    return this.resume(request, reply, { login: { accountId: entry.userId } });
  }

  async resume(request: FastifyRequest, reply: FastifyReply, result: InteractionResults) {
    const back = await this.#signIn
      .provider()
      .interactionResult(request.raw, reply.raw, result, { mergeWithLastSubmission: true });
    return reply.redirect(back, 303);
  }
}
