import fp from 'fastify-plugin';
import { isRead } from '../is-read.ts';
import { Problem } from '../problem/problem.ts';

interface Options {
  portalUrl: URL;
}

/**
 * Refuses changes that another site asks for: cookies go along with cross-site requests, `Origin` and
 * `Sec-Fetch-Site` tell where they come from (Fetch Standard; Fetch Metadata). A form of the portal itself has the
 * origin `null`, since its pages send no referrer; `Sec-Fetch-Site`, which no page can set, tells it from a sandboxed
 * one. A client that sends neither is no browser and carries no victim's cookie.
 */
export const sameOrigin = fp<Options>((app, { portalUrl }, done) => {
  app.addHook('onRequest', (request, _reply, next) => {
    if (isRead(request.method)) return next();
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isOwnForm = origin === 'null' && site === 'same-origin';
    const isForeign = origin !== undefined && origin !== portalUrl.origin && !isOwnForm;
    const isCrossSite = site !== undefined && site !== 'same-origin';
    if (!isForeign && !isCrossSite) return next();
    next(new Problem('request.cross_site', 'Changes are taken from pages of the portal only.'));
  });
  done();
});
