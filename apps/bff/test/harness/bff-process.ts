import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  m2mApplication,
  managementApiResource,
  portalApplication,
  portalWebhook,
  type DevLogto,
} from '@org-portal/dev-logto';
import { afterwards } from './afterwards.ts';
import { Browser } from './browser.ts';
import { secrets } from './portal.ts';

const MAIN = new URL('../../dist/main.js', import.meta.url);

/** The built BFF as a process of its own, such as an operator runs. */
export class BffProcess {
  readonly origin: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #main: URL;
  #child: ChildProcess | undefined;
  #log = '';

  /**
   * @param origin where it will listen; the embedded Logto must know it
   * @param env settings beyond those that name the embedded Logto, at least DATABASE_URL or PORTAL_DATA
   * @param main what is run
   */
  constructor(logto: DevLogto, origin: string, env: Record<string, string>, main = MAIN) {
    this.origin = origin;
    this.#main = main;
    this.#env = {
      PATH: process.env['PATH'],
      PORT: new URL(origin).port,
      PORTAL_URL: origin,
      LOGTO_ENDPOINT: logto.origin,
      LOGTO_MANAGEMENT_RESOURCE: managementApiResource,
      LOGTO_M2M_ID: m2mApplication.id,
      LOGTO_APP_ID: portalApplication.id,
      LOGTO_WEBHOOK_SIGNING_KEY: portalWebhook.signingKey,
      RATE_LIMIT_PER_PERSON: '1000000',
      RATE_LIMIT_PER_ADDRESS: '1000000',
      LOG_LEVEL: 'silent',
      ...secrets,
      ...env,
    };
    afterwards(() => this.kill());
  }

  /** Returns once it listens. @throws Error when it does not start; it has said why on the terminal */
  async start(): Promise<void> {
    const ready = this.begin();
    const exit = once(this.#child!, 'exit');
    await Promise.race([
      ready,
      exit.then(([code, signal]) => Promise.reject(new Error(`the BFF ended: ${code ?? signal}`))),
    ]);
  }

  /** Starts it. @returns what comes true once it listens */
  begin(): Promise<unknown> {
    this.#child = fork(fileURLToPath(this.#main), {
      execArgv: [],
      env: this.#env,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    this.#child.stdout?.on('data', (text) => (this.#log += text));
    return once(this.#child, 'message');
  }

  /** What it has logged, with another LOG_LEVEL than the usual `silent`. */
  log(): string {
    return this.#log;
  }

  /** @returns the most memory that it has had, in bytes (Linux: proc(5), VmHWM) */
  peakMemory(): number {
    const status = readFileSync(`/proc/${this.#child?.pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(status)?.[1]) * 1024;
  }

  /** Asks it to end, and does not wait for that. */
  signal(): void {
    this.#child?.kill('SIGTERM');
  }

  /** `kill -9`. Returns once it is gone. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Asks it to end. @returns its exit code, once it is gone */
  end(): Promise<number | null> {
    return this.#end('SIGTERM');
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    this.#child = undefined;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const exit = once(child, 'exit') as Promise<[number | null]>;
    child.kill(signal);
    return (await exit)[0];
  }

  /** A browser in which one of the demo's people has signed in. */
  async signIn(userId: string): Promise<Browser> {
    const browser = new Browser(this.origin);
    await browser.signIn(userId);
    return browser;
  }

  /** A browser in which anybody else has. */
  async signInByPassword({ email, password }: { email: string; password: string }): Promise<Browser> {
    const browser = new Browser(this.origin);
    const page = await browser.visit('/auth/sign-in');
    await browser.visit(page.url, { method: 'POST', body: new URLSearchParams({ email, password }) });
    return browser;
  }
}
