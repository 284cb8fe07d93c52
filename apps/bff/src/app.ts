import { randomUUID } from 'node:crypto';
import { MAX_REVIEW_LINES } from '@org-portal/contract/schema';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import Fastify, { type FastifyInstance, type FastifyServerOptions } from 'fastify';
import './authority.ts';
import { actingPerson } from './plugins/acting-person.ts';
import { authorization } from './plugins/authorization.ts';
import { declaredAuthority } from './plugins/declared-authority.ts';
import type { Worker } from './background/worker.ts';
import { idempotency } from './plugins/idempotency.ts';
import { ImportWorker } from './imports/worker.ts';
import { IndexWorker } from './invitation-index/worker.ts';
import { requestIds } from './observability/request-id.ts';
import { metricsOf } from './plugins/metrics.ts';
import { methodNotAllowed } from './plugins/method-not-allowed.ts';
import { notModified } from './plugins/not-modified.ts';
import { openApi } from './plugins/openapi.ts';
import { problems, sendUnroutable } from './plugins/problems.ts';
import { rateLimits } from './plugins/rate-limits.ts';
import { requestBodies, PUBLIC_BODY_LIMIT } from './plugins/request-bodies.ts';
import { replyHeaders } from './plugins/reply-headers.ts';
import { sameOrigin } from './plugins/same-origin.ts';
import { securityHeaders } from './plugins/security-headers.ts';
import { sessions } from './plugins/sessions.ts';
import { tracesOf } from './plugins/traces.ts';
import { singleHeaders } from './plugins/single-headers.ts';
import { singlePageApp } from './plugins/single-page-app.ts';
import { underWay } from './plugins/under-way.ts';
import { answerUnreadable, MAX_HEADERS } from './problem/unreadable-request.ts';
import { createPortal, type PortalOptions } from './portal.ts';
import { RemovalWorker } from './removals/worker.ts';
import { accessReviewRoutes } from './routes/access-reviews.ts';
import { activityRoutes } from './routes/activity.ts';
import { allInvitationRoutes } from './routes/all-invitations.ts';
import { healthRoutes } from './routes/health.ts';
import { importRoutes } from './routes/imports.ts';
import { invitationChangeRoutes } from './routes/invitation-changes.ts';
import { invitationOverviewRoutes } from './routes/invitation-overview.ts';
import { invitationRoutes } from './routes/invitations.ts';
import { invitationsAtOnceRoutes } from './routes/invitations-at-once.ts';
import { joinRoutes } from './routes/join.ts';
import { joinSignInRoutes } from './routes/join-sign-in.ts';
import { memberRoutes } from './routes/members.ts';
import { openApiRoutes } from './routes/openapi.ts';
import { organizationRoleRoutes } from './routes/organization-roles.ts';
import { organizationRoutes } from './routes/organizations.ts';
import { peopleRoutes } from './routes/people.ts';
import { receivedInvitationRoutes } from './routes/received-invitations.ts';
import { reviewRemovalRoutes } from './routes/review-removals.ts';
import { reviewerRoutes } from './routes/reviewers.ts';
import { roleReviewRoutes } from './routes/role-review.ts';
import { sessionRoutes } from './routes/session.ts';
import { signInRoutes } from './routes/sign-in.ts';
import { snapshotRoutes } from './routes/snapshots.ts';
import { webhookRoutes } from './routes/webhooks.ts';
import type { Settings } from './settings/settings.ts';
import { setupFaults } from './settings/setup-faults.ts';
import { sessionCookieName } from './sign-in/session-cookie.ts';
import { LIFETIMES } from './sign-in/session-store.ts';
import { SnapshotWorker } from './snapshots/worker.ts';
import { SuspensionWorker } from './suspensions/worker.ts';
import { TIMEOUTS, type Timeouts } from './timeouts.ts';

declare module 'fastify' {
  interface FastifyInstance {
    /** See setup-faults.ts. */
    setupFaults(): Promise<string[]>;
  }
}

interface Options extends PortalOptions {
  settings: Settings;
  logger: FastifyServerOptions['logger'];
  /** Folder of the built web app; none: the API alone. */
  webRoot?: string;
  timeouts?: Timeouts;
  /** Memberships that one snapshot may hold, and one review. */
  mostReviewLines?: number;
}

/**
 * Puts the BFF together. It listens to nothing yet; `close()` also ends its connections to Logto, the database and
 * Redis.
 * @throws Error when the database cannot be opened
 */
export async function buildApp({
  settings,
  logger,
  webRoot,
  timeouts = TIMEOUTS,
  mostReviewLines = MAX_REVIEW_LINES,
  ...portalOptions
}: Options): Promise<FastifyInstance> {
  const { lifetimes = LIFETIMES } = portalOptions;
  const isSecure = settings.portalUrl.protocol === 'https:';
  const app = Fastify({
    ...(logger === undefined ? {} : { logger }),
    genReqId: () => randomUUID(),
    bodyLimit: PUBLIC_BODY_LIMIT,
    requestTimeout: timeouts.request,
    keepAliveTimeout: timeouts.keepAlive,
    http: {
      headersTimeout: timeouts.headers,
      connectionsCheckingInterval: timeouts.check,
      maxHeaderSize: MAX_HEADERS,
    },
    trustProxy: isSecure ? settings.trustedProxies : false,
    routerOptions: { maxParamLength: 512 },
    frameworkErrors: sendUnroutable,
    clientErrorHandler: answerUnreadable,
    // Strict numbers leave what is not finite unchecked, and `1e999` in a query is coerced to that.
    ajv: {
      customOptions: { removeAdditional: false, coerceTypes: true, allErrors: false, strictNumbers: false },
    },
  }).withTypeProvider<TypeBoxTypeProvider>();

  const portal = await createPortal(settings, app.log, portalOptions);
  const imports = new ImportWorker(portal);
  const snapshots = new SnapshotWorker(portal, mostReviewLines);
  const removals = new RemovalWorker(portal);
  const suspensions = new SuspensionWorker(portal);
  const workers: Worker[] = [imports, snapshots, removals, suspensions];
  if (portalOptions.invitationIndex?.isFiller !== false) workers.push(new IndexWorker(portal));
  for (const worker of workers) worker.wake();
  app.addHook('onClose', async () => {
    await Promise.all(workers.map((worker) => worker.stop()));
    await portal.close();
  });
  // So that the first person does not wait for it; a Logto that is not there yet is no reason not to start.
  app.addHook(
    'onListen',
    () => void portal.template.get().catch((err) => app.log.warn({ err }, 'no template yet')),
  );

  app.decorate('setupFaults', () => setupFaults(portal));
  await app.register(replyHeaders);
  await app.register(underWay);
  await app.register(requestIds);
  await app.register(singleHeaders);
  if (portal.traces) await app.register(tracesOf, { traces: portal.traces });
  if (portal.metrics && settings.metrics) {
    await app.register(metricsOf, { metrics: portal.metrics, address: settings.metrics });
  }
  await app.register(declaredAuthority);
  await app.register(requestBodies);
  await app.register(methodNotAllowed);
  await app.register(problems);
  await app.register(securityHeaders, { isSecure, signOutOrigin: settings.logto.endpoint.origin });
  await app.register(sameOrigin, { portalUrl: settings.portalUrl });
  await app.register(openApi, { sessionCookie: sessionCookieName(isSecure) });
  await app.register(healthRoutes, { portal });
  await app.register(webhookRoutes, { portal });
  await app.register(async (scope) => {
    await scope.register(sessions, {
      secrets: settings.sessionSecrets,
      isSecure,
      lifetimes,
      store: portal.sessions,
    });
    await scope.register(rateLimits, { ...settings.rateLimits, redis: portal.redis });
    await scope.register(actingPerson);
    await scope.register(authorization, { portal });
    await scope.register(idempotency, { portal });
    await scope.register(notModified, portal);
    await scope.register(openApiRoutes);
    await scope.register(signInRoutes, { portal });
    await scope.register(joinSignInRoutes, { portal });
    await scope.register(joinRoutes, { portal });
    await scope.register(sessionRoutes, { portal });
    await scope.register(receivedInvitationRoutes, { portal });
    await scope.register(organizationRoutes, { portal });
    await scope.register(memberRoutes, { portal });
    await scope.register(invitationRoutes, { portal });
    await scope.register(importRoutes, { portal, imports });
    await scope.register(invitationChangeRoutes, { portal });
    await scope.register(invitationsAtOnceRoutes, { portal });
    await scope.register(invitationOverviewRoutes, { portal });
    await scope.register(allInvitationRoutes, { portal });
    await scope.register(peopleRoutes, { portal, suspensions });
    await scope.register(organizationRoleRoutes, { portal });
    await scope.register(roleReviewRoutes, { portal });
    await scope.register(snapshotRoutes, { portal, snapshots });
    await scope.register(reviewerRoutes, { portal });
    await scope.register(accessReviewRoutes, { portal, snapshots, most: mostReviewLines });
    await scope.register(reviewRemovalRoutes, { portal, removals });
    await scope.register(activityRoutes, { portal });
  });
  await app.register(singlePageApp, { webRoot });
  app.refuseOtherMethods();
  return app;
}
