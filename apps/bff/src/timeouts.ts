/** How long a client may take, in milliseconds. */
export interface Timeouts {
  /** To send the headers of a request. */
  headers: number;
  /** To send all of it. */
  request: number;
  /** Between two requests on one connection. */
  keepAlive: number;
  /** How often it is looked at the two above; they may be exceeded by so much. */
  check: number;
}

/** `keepAlive` is longer than that of the proxies in front, so that none sends into a connection that just closed. */
export const TIMEOUTS: Timeouts = { headers: 10_000, request: 30_000, keepAlive: 75_000, check: 2_000 };
