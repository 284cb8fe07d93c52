import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  AccessReview,
  AccessReviewDecisions,
  AccessReviewDecisionsInput,
  AccessReviewDifferenceLine,
  AccessReviewDifferenceQuery,
  AccessReviewInput,
  AccessReviewLine,
  AccessReviewLineQuery,
  AccessReviewListQuery,
  AccessReviewParams,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { asStaff, asStaffToStored } from '../authority.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';
import { createReview } from '../reviews/create.ts';
import { decide } from '../reviews/decide.ts';
import { listDifferences } from '../reviews/difference.ts';
import { cancelReview, closeReview } from '../reviews/end.ts';
import { findReview, findReviewRow, listReviews } from '../reviews/find.ts';
import { listLines } from '../reviews/lines.ts';
import { sendReview } from '../reviews/result-file.ts';
import type { SnapshotWorker } from '../snapshots/worker.ts';

const tags = ['access reviews'];
const config = { authority: { ...asStaff('ops').authority, withoutReason: true } } as const;
const stored = asStaffToStored('ops');
const file = {
  description: 'A file: one line of the review a line',
  content: { 'text/csv': { schema: Type.String() } },
};
/** Bytes: ids of as many organizations as a review may be narrowed to. */
const bodyLimit = 512 * 1024;

interface Options {
  portal: Portal;
  /** Lines of one review. */
  most: number;
  /** To be told that there is something to read. */
  snapshots: SnapshotWorker;
}

/** Reviews of who holds which role, for ops. */
export const accessReviewRoutes: FastifyPluginAsyncTypebox<Options> = async (
  app,
  { portal, snapshots, most },
) => {
  const { database } = portal;

  app.get(
    '/api/access-reviews',
    {
      config: stored,
      schema: {
        tags,
        summary: 'Access reviews, newest first',
        querystring: AccessReviewListQuery,
        response: { 200: Type.Array(AccessReview) },
      },
    },
    async (request, reply) => {
      const page = pageOf(request.query);
      return replyPage(request, reply, page, await listReviews(database, request.query.status, page));
    },
  );

  app.post(
    '/api/access-reviews',
    {
      config: { ...config, action: 'review.create' },
      bodyLimit,
      schema: {
        tags,
        summary: 'Begin a review; who holds what is read in the background',
        body: AccessReviewInput,
        response: { 201: AccessReview },
      },
    },
    async ({ body, change }, reply) => {
      const id = await createReview(portal, body, change, most);
      snapshots.wake();
      return reply.code(201).send(await findReview(database, id));
    },
  );

  app.get(
    '/api/access-reviews/:reviewId',
    {
      config: stored,
      schema: { tags, summary: 'One review', params: AccessReviewParams, response: { 200: AccessReview } },
    },
    ({ params }) => findReview(database, params.reviewId),
  );

  app.get(
    '/api/access-reviews/:reviewId/lines',
    {
      config: stored,
      schema: {
        tags,
        summary: 'Its lines',
        params: AccessReviewParams,
        querystring: AccessReviewLineQuery,
        response: { 200: Type.Array(AccessReviewLine) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const page = pageOf(query);
      const { id } = await findReviewRow(database, params.reviewId);
      return replyPage(request, reply, page, await listLines(database, id, query, page));
    },
  );

  app.put(
    '/api/access-reviews/:reviewId/decisions',
    {
      // Each line says who decided it and when; a row of the record for each would say it twice.
      config: { ...config, isRead: true },
      schema: {
        tags,
        summary: 'Keep lines, mark them for removal, or take that back; a result for each',
        params: AccessReviewParams,
        body: AccessReviewDecisionsInput,
        response: { 200: AccessReviewDecisions },
      },
    },
    ({ params, body, person }) => decide(portal, person, params.reviewId, body),
  );

  app.get(
    '/api/access-reviews/:reviewId/difference',
    {
      config: stored,
      schema: {
        tags,
        summary: 'What differs from the review before of the same scope',
        params: AccessReviewParams,
        querystring: AccessReviewDifferenceQuery,
        response: { 200: Type.Array(AccessReviewDifferenceLine) },
      },
    },
    async (request, reply) => {
      const { params, query } = request;
      const page = pageOf(query);
      return replyPage(
        request,
        reply,
        page,
        await listDifferences(database, params.reviewId, query.kind, page),
      );
    },
  );

  app.get(
    '/api/access-reviews/:reviewId/export',
    {
      config: stored,
      schema: { tags, summary: 'All of its lines', params: AccessReviewParams, response: { 200: file } },
    },
    async ({ params }, reply) => {
      sendReview(reply, database, await findReviewRow(database, params.reviewId));
      return reply;
    },
  );

  app.post(
    '/api/access-reviews/:reviewId/close',
    {
      config: { ...config, action: 'review.close' },
      schema: {
        tags,
        summary: 'Close it: nothing of it changes any more',
        params: AccessReviewParams,
        response: { 200: AccessReview },
      },
    },
    async ({ params, person, change }) => {
      await closeReview(portal, person, params.reviewId, change);
      return findReview(database, params.reviewId);
    },
  );

  app.post(
    '/api/access-reviews/:reviewId/cancel',
    {
      config: { ...config, action: 'review.cancel' },
      schema: { tags, summary: 'Give it up', params: AccessReviewParams, response: { 200: AccessReview } },
    },
    async ({ params, person, change }) => {
      await cancelReview(portal, person, params.reviewId, change);
      return findReview(database, params.reviewId);
    },
  );
};
