import { isManagementApiError } from '@org-portal/management-api';
import { Problem } from '../problem/problem.ts';

/**
 * @returns what the call returns
 * @throws Problem `email.recipient_limited`, which names the address; else what the call throws
 */
export async function namingRecipient<Result>(recipient: string, call: Promise<Result>): Promise<Result> {
  try {
    return await call;
  } catch (error) {
    if (!isManagementApiError(error, 'email.recipient_limited')) throw error;
    throw new Problem(
      'email.recipient_limited',
      `Logto sends at most 10 messages to one address in 10 minutes, so nothing was sent to ${recipient}. Try again in 10 minutes.`,
      { recipient, retryAfter: error.retryAfter, cause: error },
    );
  }
}
