import { randomBytes } from 'node:crypto';
import helmet from '@fastify/helmet';
import fp from 'fastify-plugin';

interface Options {
  isSecure: boolean;
  /** Where the form of the sign-out ends: Logto's origin. */
  signOutOrigin: string;
}

/** What the portal never uses, whatever gets into its pages. */
const NO_DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/** Pages load from here only, are framed by nobody, and tell nobody where people came from. */
export const securityHeaders = fp<Options>(async (app, { isSecure, signOutOrigin }) => {
  const policy = (...styles: string[]) => ({
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      scriptSrc: ["'self'"],
      styleSrc: ["'self'", ...styles],
      imgSrc: ["'self'", 'data:'],
      fontSrc: ["'self'"],
      connectSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'", signOutOrigin],
    },
  });
  await app.register(helmet, {
    contentSecurityPolicy: policy(),
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
  app.addHook('onRequest', async (_request, reply) => {
    reply.header('permissions-policy', NO_DEVICES);
  });
  app.decorateReply('takeStyleNonce', function () {
    const nonce = randomBytes(16).toString('base64');
    this.helmet({ contentSecurityPolicy: policy(`'nonce-${nonce}'`) });
    return nonce;
  });
});

declare module 'fastify' {
  interface FastifyReply {
    /** @returns the nonce with which style sheets are let into this page (Content Security Policy Level 3) */
    takeStyleNonce(): string;
  }
}
