import { randomBytes } from 'node:crypto';
import { inRoot } from '../root.mjs';

/** Whether the settings name a real Logto. @param {NodeJS.ProcessEnv} env */
export const hasRealLogto = (env) => Boolean(env['LOGTO_ENDPOINT']?.trim());

/** Where people open the portal. @param {NodeJS.ProcessEnv} env @param {number} port */
export const portalUrl = (env, port) => env['PORTAL_URL']?.trim() || `http://localhost:${port}`;

/**
 * The folder of the BFF's database, where none is set: `data` in the repository. In production it must be set.
 * @param {NodeJS.ProcessEnv} env
 */
export function withPortalData(env) {
  if (env['PORTAL_DATA']?.trim() || env['NODE_ENV'] === 'production') return env;
  return { ...env, PORTAL_DATA: inRoot('data') };
}

/**
 * The BFF's environment beside an embedded Logto: that Logto's address and applications in place of any others, a new
 * session secret unless there is one, a quiet log so that the addresses stay in sight, and roles that support may give.
 * @param {NodeJS.ProcessEnv} env
 * @param {object} logto
 * @param {number} logto.port where the BFF shall listen
 * @param {string} logto.origin of the embedded Logto
 * @param {Record<string, string>} logto.applications settings that name the applications in it
 * @returns {NodeJS.ProcessEnv}
 */
export function embeddedSettings(env, { port, origin, applications }) {
  return {
    ...env,
    ...applications,
    PORT: String(port),
    PORTAL_URL: portalUrl(env, port),
    LOGTO_ENDPOINT: origin,
    LOGTO_MANAGEMENT_ENDPOINT: origin,
    SESSION_SECRET: env['SESSION_SECRET'] || randomBytes(32).toString('hex'),
    LOG_LEVEL: env['LOG_LEVEL'] || 'warn',
    SUPPORT_ASSIGNABLE_ROLES: env['SUPPORT_ASSIGNABLE_ROLES'] || 'member,viewer',
    OPS_ASSIGNABLE_ROLES: env['OPS_ASSIGNABLE_ROLES'] || 'admin,member,viewer',
  };
}
