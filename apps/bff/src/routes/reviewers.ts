import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Reviewer, ReviewerListQuery } from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { asStaff } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';
import { listReviewers } from '../reviews/reviewers.ts';

/** Who may be asked to review. */
export const reviewerRoutes: FastifyPluginAsyncTypebox<{ portal: Portal }> = async (app, { portal }) => {
  app.get(
    '/api/reviewers',
    {
      config: asStaff('ops'),
      schema: {
        tags: ['access reviews'],
        summary: 'All of ops, who may be asked to review',
        querystring: ReviewerListQuery,
        response: { 200: Type.Array(Reviewer) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query);
      return replyPage(request, reply, page, await listReviewers(portal, page));
    },
  );
};
