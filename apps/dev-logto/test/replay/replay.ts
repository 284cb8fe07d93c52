import { setTimeout as delay } from 'node:timers/promises';
import { differences, filled } from './difference.ts';
import { exchange, type Received } from './exchange.ts';
import type { Step } from './scenario.ts';
import { basic, requestToken, type Credentials, type Target } from './target.ts';

const json = { 'content-type': 'application/json' };
const urlencoded = { 'content-type': 'application/x-www-form-urlencoded' };

/** Plays one scenario's steps against a target, in order; keeps what they capture. */
export class Replay {
  readonly #target: Target;
  readonly #known: Map<string, string>;
  readonly #tokens = new Map<Credentials, Promise<string>>();

  /** `run` goes into every name, so that runs do not meet. */
  constructor(target: Target, run: string) {
    this.#target = target;
    this.#known = new Map(Object.entries({ run, origin: target.endpoint, resource: target.resource }));
  }

  /** Sends the step and answers how the response differs from the recorded one; empty when it is alike. */
  async play(step: Step): Promise<string[]> {
    await delay(step.waitMs ?? 0);
    let received: Received | undefined;
    for (let turn = 1; turn <= (step.repeat ?? 1); turn += 1) {
      if (step.repeat) this.#known.set('i', String(turn).padStart(3, '0'));
      received = await this.#send(step);
      this.#capture(step, received, turn);
    }
    return received ? this.#compare(step, received) : ['the step is sent 0 times'];
  }

  async #send({ method, path, body, form, rawBody, auth }: Step): Promise<Received> {
    const content =
      rawBody ??
      (form ? new URLSearchParams(this.#fill(form)).toString() : body && JSON.stringify(this.#fill(body)));
    const type = content === undefined ? {} : form ? urlencoded : json;
    const authorization = await this.#authorization(auth);
    const headers = { ...type, ...(authorization && { authorization }) };
    return exchange({
      method,
      url: this.#target.endpoint + filled(path, this.#known),
      headers,
      body: content as string | undefined,
    });
  }

  async #authorization(auth: Step['auth']): Promise<string | undefined> {
    const { m2m, noScope } = this.#target;
    switch (auth) {
      case 'absent':
        return undefined;
      case 'garbage':
        return 'Bearer garbage';
      case 'm2m':
        return basic(m2m);
      case 'bad-m2m':
        return basic({ ...m2m, secret: 'wrong' });
      case 'no-scope':
        return `Bearer ${await this.#token(noScope)}`;
      case undefined:
        return `Bearer ${await this.#token(m2m)}`;
    }
  }

  #token(who: Credentials): Promise<string> {
    const known = this.#tokens.get(who) ?? requestToken(this.#target, who);
    this.#tokens.set(who, known);
    return known;
  }

  #fill<Value>(value: Value): Value {
    const { now } = Date;
    return JSON.parse(JSON.stringify(value), (_key, one: unknown) => {
      if (typeof one === 'string') return filled(one, this.#known);
      if (typeof one === 'object' && one !== null && '$now' in one) return now() + Number(one.$now);
      return one;
    }) as Value;
  }

  #capture({ capture = {} }: Step, { text }: Received, turn: number): void {
    for (const [variable, property] of Object.entries(capture)) {
      const value = (JSON.parse(text || '{}') as Record<string, unknown>)[property];
      if (typeof value === 'string') this.#known.set(variable.replace('{{i}}', String(turn)), value);
    }
  }

  #compare({ response, varies }: Step, { status, lines, text }: Received): string[] {
    const wrong =
      status === response.status
        ? []
        : [`status: expected ${response.status}, got ${status} ${text.slice(0, 300)}`];
    if (varies === 'all but status') return wrong;
    const values = (name: string) => lines.filter(([one]) => one === name).map(([, value]) => value);
    for (const [name, expected] of Object.entries(response.headers)) {
      const actual = Array.isArray(expected) ? values(name) : values(name)[0];
      wrong.push(...differences(expected, actual, this.#known, `header ${name}`));
    }
    return varies === 'body' ? wrong : [...wrong, ...differences(response.body, bodyOf(text), this.#known)];
  }
}

/** As the recordings hold it: JSON, or other text under `$text`, or nothing. */
function bodyOf(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return { $text: text };
  }
}
