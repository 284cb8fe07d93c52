import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';

export const openApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get(
    '/api/openapi.json',
    { config: { authority: 'public' }, schema: { hide: true } },
    async (_request, reply) => reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
};
