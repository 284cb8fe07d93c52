import type { FastifyInstance } from 'fastify';
import type { Interactions, SignIn } from './interaction.ts';

/** `/consent`: grants what is asked for, without a page. */
export function registerConsent(
  app: FastifyInstance,
  { provider }: SignIn,
  interactions: Interactions,
): void {
  app.get('/consent', async (request, reply) => {
    const details = await interactions.find(request, reply);
    if (!details) return reply;
    if (!details.session) return interactions.lost(request, reply);
    const { params, prompt, grantId, session } = details;
    const known = grantId === undefined ? undefined : await provider().Grant.find(grantId);
    const grant =
      known ??
      new (provider().Grant)({ accountId: session.accountId, clientId: String(params['client_id']) });
    const missing = prompt.details as { missingResourceScopes?: Record<string, string[]> };
    grant.addOIDCScope(String(params['scope']));
    for (const [resource, scopes] of Object.entries(missing.missingResourceScopes ?? {})) {
      grant.addResourceScope(resource, scopes.join(' '));
    }
    return interactions.resume(request, reply, { consent: { grantId: await grant.save() } });
  });
}
