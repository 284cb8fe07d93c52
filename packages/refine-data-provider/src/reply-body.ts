import { ReplyError } from './errors.ts';

/**
 * The body of a reply that reports success.
 * @returns the parsed JSON; undefined when there is no body, or when a write answers in plain words, such as
 * `201 Created` with the text "Created": its status has said what happened
 * @throws ReplyError when there is a body of another kind, as a proxy's or a sign-in page's HTML
 */
export function replyBody(request: string, response: Response, text: string): unknown {
  if (text === '') return undefined;
  const type = mediaType(response);
  if (type === 'text/plain' && !request.startsWith('GET ')) return undefined;
  if (!isJson(type)) {
    throw new ReplyError(
      `${request} answered ${response.status} with ${type || 'a body of no named type'} where JSON is due. ` +
        'Is it a proxy or a sign-in page that answers?',
      response.status,
    );
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new ReplyError(
      `${request} answered ${response.status} with JSON that cannot be read`,
      response.status,
      {
        cause,
      },
    );
  }
}

/** The body of an error reply, if it is readable JSON; its status counts whatever the body holds. */
export function errorBody(response: Response, text: string): unknown {
  if (!isJson(mediaType(response))) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function mediaType(response: Response): string {
  return (response.headers.get('content-type') ?? '').split(';', 1).join('').trim().toLowerCase();
}

function isJson(type: string): boolean {
  return type === 'application/json' || type.endsWith('+json');
}
