import { assertDevelopmentOnly, StartRefused } from './refusals.ts';

export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly seed: 'demo' | 'none';
  readonly portalUrl: string;
  readonly members?: number;
  readonly invitations?: number;
  readonly controls: boolean;
}

/**
 * DEV_LOGTO_PORT (3401), DEV_LOGTO_HOST (127.0.0.1), DEV_LOGTO_SEED (demo or none), DEV_LOGTO_MEMBERS (2400),
 * DEV_LOGTO_INVITATIONS (0), DEV_LOGTO_CONTROLS (1 or unset), PORTAL_URL (http://localhost:3000). Throws StartRefused, which names the
 * variable.
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
  const members = readCount(env, 'DEV_LOGTO_MEMBERS');
  const invitations = readCount(env, 'DEV_LOGTO_INVITATIONS');
  const controls = env['DEV_LOGTO_CONTROLS'] || '0';
  if (controls !== '0' && controls !== '1') {
    throw new StartRefused('DEV_LOGTO_CONTROLS must be "1" or unset. Example: DEV_LOGTO_CONTROLS=1');
  }
  return {
    port,
    host,
    seed,
    portalUrl,
    controls: controls === '1',
    ...(members !== undefined && { members }),
    ...(invitations !== undefined && { invitations }),
  };
}

function readCount(env: NodeJS.ProcessEnv, name: string): number | undefined {
  const text = env[name];
  if (!text) return undefined;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 0 && count <= 1_000_000) return count;
  throw new StartRefused(`${name} must be a whole number up to 1000000. Example: ${name}=100000`);
}
