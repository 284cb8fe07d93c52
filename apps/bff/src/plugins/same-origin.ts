import fp from 'fastify-plugin';
import { isRead } from '../is-read.ts';
import { Problem } from '../problem/problem.ts';

interface Options {
  portalUrl: URL;
}

/**
 * Refuses changes that another site asks for: cookies go along with cross-site requests, `Origin` and
 * `Sec-Fetch-Site` tell where they come from (Fetch Standard; Fetch Metadata). A client that sends neither is no
 * browser and carries no victim's cookie.
 */
export const sameOrigin = fp<Options>((app, { portalUrl }, done) => {
  app.addHook('onRequest', async (request) => {
    if (isRead(request.method)) return;
    const { origin, 'sec-fetch-site': site } = request.headers;
    const isForeign = origin !== undefined && origin !== portalUrl.origin;
    const isCrossSite = site !== undefined && site !== 'same-origin';
    if (isForeign || isCrossSite) {
      throw new Problem('request.cross_site', 'Changes are taken from pages of the portal only.');
    }
  });
  done();
});
