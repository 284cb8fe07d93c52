import type { Portal } from '../portal.ts';

/**
 * Forgets whatever the event makes stale (events and payloads recorded: webhooks.json). An event that is unknown, or of
 * no concern, forgets nothing.
 * Deliveries of one event differ in what they name, so people are forgotten all at once: they are read again at
 * their next click, and events are rare.
 */
export function forgetStale({ api, people, template, organizations }: Portal, event: string): void {
  // A read that is under way may have left before it happened.
  api.readAnew();
  if (/^(User|Role|Organization\.Membership)\b/.test(event)) people.forgetAll();
  if (/^Organization(Role|Scope)\b/.test(event)) {
    template.forget();
    people.forgetAll();
  }
  if (/^Organization\b/.test(event)) {
    organizations.forgetAll();
    people.forgetAll();
  }
}
