import { meant, type Fault } from './fault.ts';

interface Planned {
  readonly path: string;
  readonly fault: Fault;
  left: number;
  readonly isMeant: (method: string, pathname: string) => boolean;
}

/** What is to go wrong, and how often still. The oldest fault that a request fits is used up first. */
export class Faults {
  #planned: Planned[] = [];

  /** `path`: see fault.ts. The next `times` requests to it, once each. */
  plan(path: string, fault: Fault, times = 1): void {
    this.#planned.push({ path, fault, left: times, isMeant: meant(path) });
  }

  /** The fault of this request, if there is one; it counts as used. */
  take(method: string, pathname: string): Fault | undefined {
    const found = this.#planned.find(({ isMeant }) => isMeant(method, pathname));
    if (!found) return undefined;
    found.left -= 1;
    this.#planned = this.#planned.filter(({ left }) => left > 0);
    return found.fault;
  }

  /** What is still to come, oldest first. */
  left(): readonly (Fault & { readonly path: string; readonly times: number })[] {
    return this.#planned.map(({ path, fault, left }) => ({ path, ...fault, times: left }));
  }

  clear(): void {
    this.#planned = [];
  }
}
