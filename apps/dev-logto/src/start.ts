import { mount } from './http/management-api.ts';
import { Controls } from './controls/controls.ts';
import { Faults } from './controls/faults.ts';
import { M2mTokens } from './controls/m2m-tokens.ts';
import { misbehaving } from './controls/misbehave.ts';
import { registerControls } from './controls/routes.ts';
import { authenticate } from './http/authentication.ts';
import { Calls } from './http/calls.ts';
import { listen } from './http/listen.ts';
import { createApp } from './http/server.ts';
import { createProvider } from './oidc/provider.ts';
import { Records } from './oidc/records.ts';
import { signingKey } from './oidc/signing-key.ts';
import { Mailer, type SentMail } from './outbox/mailer.ts';
import { registerOutbox } from './outbox/routes.ts';
import { routes } from './api/routes.ts';
import { assertDevelopmentOnly } from './refusals.ts';
import { demoAccounts } from './seed/demo.ts';
import { managementApiResource, seedApplications } from './seed/applications.ts';
import { seedPortalWebhook } from './seed/portal-webhook.ts';
import { seedDemo } from './seed/seed.ts';
import { registerSignIn } from './sign-in/routes.ts';
import { Store } from './store/store.ts';
import { Webhooks } from './webhooks/webhooks.ts';

export interface DevLogtoOptions {
  /** Default 0: any free port. */
  readonly port?: number;
  /** Loopback only; default 127.0.0.1. */
  readonly host?: string;
  /** `demo` (default): a product's data, see README. `none`: the applications and nothing else. */
  readonly seed?: 'demo' | 'none';
  /** How many members Halden Logistics has under the demo seed; default 2,400. */
  readonly members?: number;
  /** How many more invitations there are under the demo seed, in organizations of their own; default 0. */
  readonly invitations?: number;
  /** Where the portal is: `{portalUrl}/auth/callback` and `{portalUrl}/signed-out` are registered. */
  readonly portalUrl?: string | readonly string[];
  /** Whether tests and demos may make it misbehave, here and under `/controls`; default false. */
  readonly controls?: boolean;
  /** Takes one line for each failure inside; default: standard error. */
  readonly log?: (line: string) => void;
}

export interface DevLogto {
  /** `http://localhost:PORT`; the issuer is `{origin}/oidc`, the Management API `{origin}/api`. */
  readonly origin: string;
  readonly port: number;
  readonly calls: Calls;
  /** What was "e-mailed", newest first. */
  outbox(): readonly SentMail[];
  /** Throws unless it was started with `controls`. */
  readonly controls: Controls;
  close(): Promise<void>;
}

/**
 * Starts the look-alike of a Logto in this process.
 * Rejects with StartRefused under NODE_ENV=production, off loopback, or when the port is in use.
 */
export async function startDevLogto(options: DevLogtoOptions = {}): Promise<DevLogto> {
  const {
    port: wanted = 0,
    host = '127.0.0.1',
    seed = 'demo',
    members,
    invitations,
    portalUrl = 'http://localhost:3000',
    controls: controllable = false,
  } = options;
  const log = options.log ?? ((line: string) => void process.stderr.write(`${line}\n`));
  assertDevelopmentOnly(host, process.env['NODE_ENV']);

  const portals = [portalUrl].flat();
  const store = new Store();
  const fill = () => {
    seedApplications(store, portals);
    if (seed === 'none') return;
    seedDemo(store, Date.now(), { members, invitations });
    seedPortalWebhook(store, portals[0] ?? '');
  };
  fill();
  const { privateJwk, verify } = await signingKey();
  const records = new Records();
  const mailer = new Mailer(store);
  const webhooks = new Webhooks(store);
  const calls = new Calls();
  const faults = new Faults();
  const tokens = new M2mTokens();
  const totals = { cap: Infinity };

  let issuer = '';
  let provider: ReturnType<typeof createProvider> | undefined;
  const oidc = () => (provider ??= createProvider(issuer, { store, records, tokens, privateJwk }));

  const app = await createApp(calls, () => oidc().callback(), misbehaving(faults), log);
  mount(app, routes, {
    store,
    mailer,
    signIns: records,
    webhooks,
    totals,
    authorize: ({ headers }) =>
      authenticate(headers.authorization, {
        key: verify,
        issuer,
        resource: managementApiResource,
        isExpired: (id) => tokens.isExpired(id),
      }),
  });
  const people = seed === 'demo' ? demoAccounts : [];
  registerSignIn(app, { store, webhooks, provider: oidc, people, portalUrl: portals[0] ?? '' });
  registerOutbox(app, mailer);
  const reseed = async () => {
    await webhooks.abort();
    store.clear();
    fill();
    totals.cap = Infinity;
    for (const one of [records, mailer, faults]) one.clear();
    calls.reset();
  };
  const controls = new Controls({ store, faults, tokens, totals, calls, mailer, reseed });
  if (controllable) registerControls(app, controls);

  const port = await listen(app, host, wanted);
  const origin = `http://localhost:${port}`;
  const close = async () => {
    await app.close();
    await webhooks.abort();
  };
  issuer = `${origin}/oidc`;
  return {
    origin,
    port,
    calls,
    outbox: () => mailer.newestFirst(),
    get controls() {
      if (controllable) return controls;
      throw new Error('This embedded Logto has no controls: start it with { controls: true }.');
    },
    close,
  };
}
