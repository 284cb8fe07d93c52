import type { ActivityEntry } from '@org-portal/contract';
import type { SentMail } from '@org-portal/dev-logto';

/** @returns addresses to which another number of messages went than the record tells, where it can tell */
export function mailNotAsTold(outbox: readonly SentMail[], entries: ActivityEntry[]): string[] {
  const sending = entries.filter(({ action }) => /^invitation\.(create|resend|renew|change)$/.test(action));
  const addresses = new Set([
    ...outbox.map(({ to }) => to),
    ...sending.map(({ target }) => target.name ?? ''),
  ]);
  return [...addresses].filter((address) => {
    const mails = outbox.filter(({ to }) => to === address).length;
    const told = (outcome: string) =>
      sending.filter((entry) => entry.target.name === address && entry.outcome === outcome).length;
    return mails < told('succeeded') || mails > told('succeeded') + told('unknown');
  });
}
