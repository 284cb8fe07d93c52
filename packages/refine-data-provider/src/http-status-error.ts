import { HttpStatusError } from './errors.ts';
import { fieldErrors } from './field-errors.ts';
import { receivedProblem } from './received-problem.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** Translates a reply whose status is no success. Its message is the problem's `detail`, else its `title`. */
export function httpStatusError(request: string, response: Response, body: unknown): HttpStatusError {
  const problem = receivedProblem(body);
  const retryAfter = retryAfterSeconds(response.headers.get('retry-after'));
  const status = `${response.status} ${response.statusText}`.trimEnd();
  return new HttpStatusError(
    problem?.detail ?? problem?.title ?? `${request} answered ${status}`,
    response.status,
    {
      ...(problem && { problem }),
      ...(problem?.errors && { errors: fieldErrors(problem.errors) }),
      ...(retryAfter !== undefined && { retryAfterSeconds: retryAfter }),
    },
  );
}
