import { assertDevelopmentOnly, StartRefused } from './refusals.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly seed: 'demo' | 'none';
  readonly portalUrl: string;
}

/**
 * DEV_LOGTO_PORT (3401), DEV_LOGTO_HOST (127.0.0.1), DEV_LOGTO_SEED (demo or none), PORTAL_URL
 * (http://localhost:3000). Throws StartRefused, which names the variable.
 */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  const host = env['DEV_LOGTO_HOST'] || '127.0.0.1';
  assertDevelopmentOnly(host, env['NODE_ENV']);
  const port = Number(env['DEV_LOGTO_PORT'] || 3401);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartRefused('DEV_LOGTO_PORT must be a port number. Example: DEV_LOGTO_PORT=3401');
  }
  const seed = env['DEV_LOGTO_SEED'] || 'demo';
  if (seed !== 'demo' && seed !== 'none') {
    throw new StartRefused('DEV_LOGTO_SEED must be "demo" or "none". Example: DEV_LOGTO_SEED=none');
  }
  const portalUrl = (env['PORTAL_URL'] || 'http://localhost:3000').replace(/\/$/, '');
  if (!URL.canParse(portalUrl)) {
    throw new StartRefused('PORTAL_URL must be a URL. Example: PORTAL_URL=http://localhost:3000');
  }
  return { port, host, seed, portalUrl };
}
