/** What the tabs of one browser tell each other of the session that they share. */
type News = { isSignedOut: true } | { personId: string };

const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('portal-session');

/** To be called when this page has found out who is signed in. */
export function tellSignedIn(personId: string): void {
  channel?.postMessage({ personId } satisfies News);
}

/** To be called when the session is about to end, or has ended, for all tabs. */
export function tellSignedOut(): void {
  channel?.postMessage({ isSignedOut: true } satisfies News);
}

/** Listens to the other tabs for as long as the page lives. */
export function hearOtherTabs(on: { signedIn: (personId: string) => void; signedOut: () => void }): void {
  channel?.addEventListener('message', ({ data }: MessageEvent<News>) => {
    if ('personId' in data) on.signedIn(data.personId);
    else on.signedOut();
  });
}
