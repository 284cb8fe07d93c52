import { createContext } from 'react';

/** The reason that was given for one change, to be there for the next one on the same visit of a page. */
export class VisitReason {
  /** What follows from giving it. */
  readonly hint: string;
  #last: string | undefined;

  constructor(hint: string) {
    this.hint = hint;
  }

  last(): string | undefined {
    return this.#last;
  }

  keep(reason: string | undefined): void {
    if (reason !== undefined) this.#last = reason;
  }
}

/** None: each change asks anew. */
export const VisitReasonContext = createContext<VisitReason | undefined>(undefined);
