import type { Stale } from '../access/stale-news.ts';

/**
 * What the event makes stale (events and payloads recorded: webhooks.json). One that is unknown, or of no concern,
 * makes nothing stale.
 * Deliveries of one event differ in what they name, so people are forgotten all at once: they are read again at
 * their next click, and events are rare.
 */
export function madeStaleBy(event: string): Stale {
  if (/^Organization(Role|Scope)\b/.test(event)) return { people: 'all', template: 'all' };
  if (/^Organization\b/.test(event)) return { people: 'all', organizations: 'all' };
  if (/^(User|Role)\b/.test(event)) return { people: 'all' };
  return {};
}
