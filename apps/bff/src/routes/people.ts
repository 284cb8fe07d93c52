import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import {
  FoundPerson,
  PeopleQuery,
  PersonAddressQuery,
  PersonCard,
  PersonParams,
  PersonSuspension,
} from '@org-portal/contract/schema';
import { Type } from 'typebox';
import { asStaff, asStaffToStored, withStaffRight } from '../authority.ts';
import { cardAt, cardOf } from '../people/card.ts';
import { findPeople } from '../people/find.ts';
import { signOutEverywhere } from '../people/sign-out.ts';
import { suspend, unsuspend } from '../people/suspend.ts';
import type { Portal } from '../portal.ts';
import { pageOf, replyPage } from '../reply-page.ts';
import { suspensionFor } from '../suspensions/view.ts';
import type { SuspensionWorker } from '../suspensions/worker.ts';

const tags = ['people'];
const one = '/api/people/:personId';
const done = { 204: Type.Null() };

/** People across organizations, for staff: of the organizations that are open to them. */
export const peopleRoutes: FastifyPluginAsyncTypebox<{
  portal: Portal;
  suspensions: SuspensionWorker;
}> = async (app, { portal, suspensions }) => {
  app.get(
    '/api/people',
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'Whom a search finds: accounts, then addresses that were only invited',
        querystring: PeopleQuery,
        response: { 200: Type.Array(FoundPerson) },
      },
    },
    async (request, reply) => {
      const { query, person } = request;
      const page = pageOf(query);
      return replyPage(request, reply, page, await findPeople(portal, person, query, page));
    },
  );

  app.get(
    '/api/person-at',
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'Who has an e-mail address, or was invited at it',
        querystring: PersonAddressQuery,
        response: { 200: PersonCard },
      },
    },
    ({ person, query }) => cardAt(portal, person, query.email),
  );

  app.get(
    one,
    {
      config: asStaff('support', 'ops'),
      schema: {
        tags,
        summary: 'One person: account, memberships, invitations',
        params: PersonParams,
        response: { 200: PersonCard },
      },
    },
    ({ person, params }) => cardOf(portal, person, params.personId),
  );

  app.post(
    `${one}/sign-out`,
    {
      config: { ...asStaff('support'), action: 'person.sign_out' },
      schema: {
        tags,
        summary: 'Sign a person out everywhere: here and in Logto',
        params: PersonParams,
        response: done,
      },
    },
    async ({ person, params, change }, reply) => {
      await signOutEverywhere(portal, person, params.personId, change);
      return reply.code(204).send(null);
    },
  );

  app.post(
    `${one}/suspend`,
    {
      config: { ...withStaffRight('suspend'), action: 'person.suspend' },
      schema: {
        tags,
        summary: 'Suspend a person, whose sessions end; many organizations are checked afterwards',
        params: PersonParams,
        response: done,
      },
    },
    async ({ person, params, change }, reply) => {
      await suspend(portal, person, params.personId, change);
      suspensions.wake();
      return reply.code(204).send(null);
    },
  );

  app.get(
    `${one}/suspension`,
    {
      config: asStaffToStored('support', 'ops'),
      schema: {
        tags,
        summary: 'Which organizations of a suspended person still have an admin, as far as they were checked',
        params: PersonParams,
        response: { 200: PersonSuspension },
      },
    },
    ({ person, params }) => suspensionFor(portal, person, params.personId),
  );

  app.post(
    `${one}/unsuspend`,
    {
      config: { ...withStaffRight('suspend'), action: 'person.unsuspend' },
      schema: { tags, summary: 'End a suspension', params: PersonParams, response: done },
    },
    async ({ person, params, change }, reply) => {
      await unsuspend(portal, person, params.personId, change);
      return reply.code(204).send(null);
    },
  );
};
