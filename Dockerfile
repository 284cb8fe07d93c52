# The portal alone: the BFF, which serves the web app too. The embedded Logto is not in it.

FROM node:20.20.2-bookworm-slim AS build
WORKDIR /src
COPY . .
# Installs with the pinned pnpm and the frozen lockfile, and builds.
RUN npm run build
# The BFF with its production dependencies only, and nothing that points out of the folder.
RUN npx --yes "$(node -p 'require("./package.json").packageManager')" \
      --filter @org-portal/bff deploy --prod --config.inject-workspace-packages=true /portal/apps/bff \
 && mkdir -p /portal/apps/web && cp -r apps/web/dist /portal/apps/web/dist

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# Left to itself, Node lets garbage pile up to a share of the machine's memory: about 320 MB instead of 180.
ENV NODE_OPTIONS=--max-old-space-size=512
# For one instance without PostgreSQL: -e PORTAL_DATA=/var/lib/org-portal -v portal-data:/var/lib/org-portal
RUN install -d -o node -g node -m 700 /var/lib/org-portal
WORKDIR /portal
COPY --from=build /portal .
USER node
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/bff/dist/main.js"]
