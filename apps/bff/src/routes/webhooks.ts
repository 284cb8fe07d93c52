import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type, type Static } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { Deliveries } from '../webhooks/deliveries.ts';
import { endedBy } from '../webhooks/ended-by.ts';
import { madeStaleBy } from '../webhooks/stale.ts';
import { SIGNATURE_HEADER, isSigned } from '../webhooks/signature.ts';

const Delivery = Type.Object({
  event: Type.String({ maxLength: 256 }),
  createdAt: Type.String({ maxLength: 64 }),
  organizationId: Type.Optional(Type.Unknown()),
  params: Type.Optional(Type.Unknown()),
});
const DeliverySchema = Compile(Delivery);

/** Where Logto tells what changed, so that access that was taken away there is gone at once. */
export const webhookRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  const signingKey = portal.settings.logto.webhookSigningKey;
  if (signingKey === undefined) return;
  const deliveries = new Deliveries();

  // The signature is over the bytes; nothing is parsed before it fits.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

  app.post(
    '/webhooks/logto',
    {
      config: { authority: 'webhook' },
      schema: {
        tags: ['webhooks'],
        summary: 'Logto tells what changed',
        response: { 204: Type.Null() },
      },
    },
    async (request, reply) => {
      const body = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      if (!isSigned(body, request.headers[SIGNATURE_HEADER], signingKey)) {
        throw new Problem('webhook.refused', 'The signature does not fit the body.');
      }
      const delivery = parse(body);
      if (!deliveries.take(body, delivery.createdAt)) {
        throw new Problem('webhook.refused', 'This delivery is too old, or was here before.');
      }
      await portal.stale.tell(madeStaleBy(delivery.event));
      const ended = endedBy(delivery.event, delivery);
      // Sessions that sleep through a suspension, and sign-ins under way, must not wake up after it.
      if (ended !== undefined) await portal.sessions.endAll(ended);
      await portal.invitationIndex.hear(concernOf(delivery));
      return reply.code(204).send(null);
    },
  );
};

type Delivery = Static<typeof Delivery>;

/** @returns what the index of invitations has to know of it */
function concernOf({ event, organizationId, params }: Delivery) {
  const { userId }: { userId?: unknown } = params ?? {};
  return {
    event,
    ...(typeof organizationId === 'string' ? { organizationId } : {}),
    ...(typeof userId === 'string' ? { userId } : {}),
  };
}

function parse(body: Buffer): Delivery {
  try {
    const delivery: unknown = JSON.parse(body.toString());
    if (DeliverySchema.Check(delivery)) return delivery;
  } catch (cause) {
    throw new Problem('request.malformed', 'The body is not JSON.', { cause });
  }
  throw new Problem('request.invalid', 'A delivery has an event and a createdAt.');
}
