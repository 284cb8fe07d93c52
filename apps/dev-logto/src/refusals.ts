/** Why the look-alike does not start; the message is one line for the person at the terminal. */
export class StartRefused extends Error {
  override name = 'StartRefused';
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

/**
 * Its secrets are in its README, so it serves this machine only, and never production.
 * Throws StartRefused.
 */
export function assertDevelopmentOnly(host: string, nodeEnv: string | undefined): void {
  if (nodeEnv === 'production') {
    throw new StartRefused(
      'The embedded Logto is for development and tests: it does not start with NODE_ENV=production.',
    );
  }
  if (!loopback.test(host)) {
    throw new StartRefused(
      `The embedded Logto listens on loopback only, not on "${host}". Example: DEV_LOGTO_HOST=127.0.0.1`,
    );
  }
}
