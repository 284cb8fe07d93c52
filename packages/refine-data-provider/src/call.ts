export interface Call {
  method: string;
  url: URL;
  /** Sent as JSON; undefined: no body. */
  body?: unknown;
  headers?: HeadersInit | undefined;
  signal?: AbortSignal | undefined;
}

export interface Reply {
  /** Method and URL, for messages. */
  request: string;
  url: URL;
  status: number;
  headers: Headers;
  /** The parsed JSON; undefined when the reply has no body. */
  body: unknown;
}
