import { randomBytes } from 'node:crypto';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import fp from 'fastify-plugin';
import helmet from 'helmet';

interface Options {
  isSecure: boolean;
  /** Where the form of the sign-out ends: Logto's origin. */
  signOutOrigin: string;
}

/** What the portal never uses, whatever gets into its pages. */
const NO_DEVICES = ['camera', 'display-capture', 'geolocation', 'microphone', 'payment', 'usb']
  .map((feature) => `${feature}=()`)
  .join(', ');

/**
 * Pages load from here only, are framed by nobody, and tell nobody where people came from. (helmet itself, asked once:
 * @fastify/helmet would work the policy out anew for each request.)
 */
export const securityHeaders = fp<Options>((app, { isSecure, signOutOrigin }, done) => {
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
  const headers = headersOf(
    helmet({
      contentSecurityPolicy: policy(),
      crossOriginOpenerPolicy: { policy: 'same-origin' },
      referrerPolicy: { policy: 'no-referrer' },
      strictTransportSecurity: isSecure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
      xFrameOptions: { action: 'deny' },
    }),
  );
  app.addHook('onRequest', (_request, reply, next) => {
    reply.header('permissions-policy', NO_DEVICES).headers(headers);
    next();
  });
  app.decorateReply('takeStyleNonce', function () {
    const nonce = randomBytes(16).toString('base64');
    this.headers(headersOf(helmet.contentSecurityPolicy(policy(`'nonce-${nonce}'`))));
    return nonce;
  });
  done();
});

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** @returns the headers that it sets, whatever the request */
function headersOf(middleware: Middleware): Record<string, string> {
  const request = new IncomingMessage(new Socket());
  const response = new ServerResponse(request);
  middleware(request, response, () => undefined);
  return response.getHeaders() as Record<string, string>;
}

declare module 'fastify' {
  interface FastifyReply {
    /** @returns the nonce with which style sheets are let into this page (Content Security Policy Level 3) */
    takeStyleNonce(): string;
  }
}
