import { tabStorage } from '../storage/browser-storage.ts';
import { readKept, writeKept } from './kept-values.ts';

const PREFIX = 'portal.work.';

interface Work {
  /** Of the page that it was on. */
  path: string;
  /** By the names of what held them: a dialog, a field, a form. */
  values: Record<string, unknown>;
}

/** @returns what is in a form or dialog now, to be kept; undefined: nothing */
type Source = () => unknown;

const sources = new Map<string, Source>();
/** Dialogs that have been sent in part or whole: what was asked in them is not to be asked again. */
let sent = 0;
let personId: string | undefined;
let recalled: Work | undefined;

/**
 * From here on, what somebody has begun on a page survives that the page is left, as it is to sign in again when a session has
 * ended. It is kept in this tab, and given back only to the same person, on the same page.
 * @param id of the person who is signed in
 */
export function recallWork(id: string): void {
  if (personId === id) return;
  personId = id;
  const key = PREFIX + id;
  recalled = readKept(tabStorage.get(key)) as Work | undefined;
  // On a computer that is shared, nobody leaves work for the next person to find.
  for (const one of tabStorage.keys(PREFIX)) tabStorage.remove(one);
  window.addEventListener('pagehide', keepWork);
  window.addEventListener('pageshow', takeBack);
}

/** For those who sign out: nothing of theirs stays. */
export function forgetWork(): void {
  if (personId !== undefined) tabStorage.remove(PREFIX + personId);
  window.removeEventListener('pagehide', keepWork);
}

function keepWork(): void {
  const values: Work['values'] = {};
  if (sent === 0) {
    for (const [name, read] of sources) {
      const value = read();
      if (value !== undefined) values[name] = value;
    }
  }
  const key = `${PREFIX}${personId}`;
  if (Object.keys(values).length === 0) tabStorage.remove(key);
  else tabStorage.set(key, writeKept({ path: window.location.pathname, values } satisfies Work));
}

/** A browser may bring the page back as it was left: its forms are as they were. */
function takeBack({ persisted }: PageTransitionEvent): void {
  if (persisted && personId !== undefined) tabStorage.remove(PREFIX + personId);
}

/** @returns what was kept under a name when this page was left, if it was */
export const workOf = (name: string): unknown =>
  recalled?.path === window.location.pathname ? recalled.values[name] : undefined;

/** @returns what ends keeping it */
export function addSource(name: string, read: Source): () => void {
  sources.set(name, read);
  if (recalled?.path !== window.location.pathname) recalled = undefined;
  else Reflect.deleteProperty(recalled.values, name);
  return () => {
    if (sources.get(name) === read) sources.delete(name);
  };
}

/** @returns what ends it */
export function addSent(): () => void {
  sent += 1;
  return () => {
    sent -= 1;
  };
}
