import { RequestError } from './errors.ts';

export interface ApiBase {
  /**
   * @returns the URL of a path below the base
   * @throws RequestError when the URL parser would make it another path, or it holds a query or fragment
   */
  url: (path: string) => URL;
  /** @returns what a URL or path of the caller's names below the base */
  pathBelow: (urlOrPath: string) => string;
  /** @returns whether the URL lies below the base, so that it may get the caller's headers */
  holds: (url: URL) => boolean;
}

/**
 * @param baseUrl absolute, or in a browser from the root: `/api`
 * @throws RequestError when it is neither, or has a query or fragment
 */
export function apiBase(baseUrl: string): ApiBase {
  const base = parsed(baseUrl, (globalThis.location as Location | undefined)?.origin);
  if (!base || base.search || base.hash) {
    throw new RequestError(`"${baseUrl}" is not a base URL. Give one like https://api.example.com/v1.`);
  }
  const root = base.pathname.replace(/\/+$/, '');

  return {
    url(path) {
      const url = parsed(`${base.origin}${root}/${path}`);
      if (/^$|^\/|\/\//.test(path) || url?.pathname !== `${root}/${path}`) {
        throw new RequestError(
          `"${path}" is not a path below ${baseUrl}. Give values as {name} and in meta.`,
        );
      }
      return url;
    },
    pathBelow(urlOrPath) {
      const prefixes = [`${baseUrl.replace(/\/+$/, '')}/`, `${base.origin}${root}/`];
      const prefix = prefixes.find((start) => urlOrPath.startsWith(start)) ?? '';
      return urlOrPath.slice(prefix.length);
    },
    holds: (url) => url.origin === base.origin && url.pathname.startsWith(`${root}/`),
  };
}

function parsed(url: string, base?: string): URL | undefined {
  return URL.canParse(url, base) ? new URL(url, base) : undefined;
}
