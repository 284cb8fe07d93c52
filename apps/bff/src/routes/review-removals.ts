import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { AccessReview, AccessReviewParams } from '@org-portal/contract/schema';
import { asStaff } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { beginRemoval } from '../removals/begin.ts';
import type { RemovalWorker } from '../removals/worker.ts';
import { findReview } from '../reviews/find.ts';

interface Options {
  portal: Portal;
  /** To be told that there is something to remove. */
  removals: RemovalWorker;
}

/** Taking away what a closed review marked, by ops who hold the right to it and say why. */
export const reviewRemovalRoutes: FastifyPluginAsyncTypebox<Options> = async (app, { portal, removals }) => {
  app.post(
    '/api/access-reviews/:reviewId/removal',
    {
      config: {
        authority: { ...asStaff('ops').authority, right: 'change' },
        action: 'review.remove',
      },
      schema: {
        tags: ['access reviews'],
        summary: 'Have removed what was marked, in the background; what failed or was refused is tried again',
        params: AccessReviewParams,
        response: { 202: AccessReview },
      },
    },
    async ({ params, change }, reply) => {
      await beginRemoval(portal, params.reviewId, change);
      removals.wake();
      return reply.code(202).send(await findReview(portal.database, params.reviewId));
    },
  );
};
