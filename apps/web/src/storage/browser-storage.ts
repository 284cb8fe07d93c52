/** What a page remembers beyond itself, where the browser lets it. */
interface BrowserStorage {
  get(key: string): string | undefined;
  set(key: string, value: string): void;
  remove(key: string): void;
  /** @returns the keys that begin with a text */
  keys(prefix: string): string[];
}

/**
 * A storage that never throws. A browser may refuse storage on access, reading or writing, because of its settings, a private
 * window or a full disk; what is set is then remembered for as long as the page lives.
 * @param open reads the property of `window`, which throws where cookies are blocked
 */
export function browserStorage(open: () => Storage): BrowserStorage {
  const ofPage = new Map<string, string>();
  const attempt = <Result>(act: (storage: Storage) => Result): Result | undefined => {
    try {
      return act(open());
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => ofPage.get(key) ?? attempt((storage) => storage.getItem(key)) ?? undefined,
    set(key, value) {
      const isStored = attempt((storage) => {
        storage.setItem(key, value);
        return true;
      });
      if (isStored) ofPage.delete(key);
      else ofPage.set(key, value);
    },
    remove(key) {
      ofPage.delete(key);
      attempt((storage) => storage.removeItem(key));
    },
    keys(prefix) {
      const stored = attempt((storage) => Object.keys(storage)) ?? [];
      return [...new Set([...stored, ...ofPage.keys()])].filter((key) => key.startsWith(prefix));
    },
  };
}

/** For good, in this browser. */
export const lastingStorage = browserStorage(() => window.localStorage);

/** For as long as the tab is open. */
export const tabStorage = browserStorage(() => window.sessionStorage);
