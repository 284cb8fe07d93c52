import helmet from '@fastify/helmet';
import fp from 'fastify-plugin';

interface Options {
  isSecure: boolean;
  /** Where the form of the sign-out ends: Logto's origin. */
  signOutOrigin: string;
}

/** Pages load from here only, are framed by nobody, and tell nobody where people came from. */
export const securityHeaders = fp<Options>(async (app, { isSecure, signOutOrigin }) => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'", signOutOrigin],
      },
    },
    crossOriginOpenerPolicy: { policy: 'same-origin' },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    xFrameOptions: { action: 'deny' },
  });
});
