import fp from 'fastify-plugin';
import { tagsIn, type EntityTags } from '../entity-tags.ts';

/**
 * Gives each reply to a read of the API an ETag, and answers 304 without a body to whoever has it already.
 * (`@fastify/etag` does so for changes and refusals too, and lets one person's tag stand for another's reply.)
 */
export const notModified = fp<{ entityTags: EntityTags }>((app, { entityTags }, done) => {
  app.addHook('onSend', (request, reply, payload, next) => {
    if (request.method !== 'GET' || reply.statusCode !== 200 || typeof payload !== 'string') {
      return next(null, payload);
    }
    const given = reply.getHeader('etag');
    const theirs = tagsIn(request.headers['if-none-match']);
    const same = given === undefined ? entityTags.find(request, payload, theirs) : String(given);
    reply.header('etag', same ?? entityTags.of(request, payload));
    if (same === undefined || !theirs.includes(same)) return next(null, payload);
    reply.code(304).removeHeader('content-type').removeHeader('content-length');
    next(null, null);
  });
  done();
});
