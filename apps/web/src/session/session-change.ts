import { forgetWork } from '../kept-work/kept-work.ts';
import { tabStorage } from '../storage/browser-storage.ts';
import { actingPersonId } from './acting-person.ts';
import { hearOtherTabs } from './tabs.ts';

/** Where the name of the new person is kept while the page is loaded again. */
const KEY = 'portal-signed-in-as';

let isLeaving = false;

/** Loads the page again for the person who is signed in now, and has it say so. */
export function reloadAs(name: string): void {
  if (!leave()) return;
  tabStorage.set(KEY, name);
  window.location.reload();
}

/** @returns once, after `reloadAs`: the name of the new person */
export function takeNewName(): string | undefined {
  const name = tabStorage.get(KEY);
  tabStorage.remove(KEY);
  return name;
}

/**
 * Follows what other tabs do with the session: pages of somebody who was signed out show nothing any more, at once.
 * @param onOther called when somebody else has signed in
 */
export function followOtherTabs(onOther: () => void): void {
  hearOtherTabs({
    signedIn: (personId) => {
      if (actingPersonId() !== undefined && personId !== actingPersonId()) onOther();
    },
    signedOut: () => {
      if (actingPersonId() === undefined || !leave()) return;
      forgetWork();
      window.location.replace('/signed-out');
    },
  });
  // A browser may bring a page back as it was left, though its person was signed out since.
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted && actingPersonId() !== undefined) window.location.reload();
  });
}

/** Hides what the page shows until it is gone. @returns whether it was not on its way already */
function leave(): boolean {
  const isFirst = !isLeaving;
  isLeaving = true;
  document.body.hidden = true;
  return isFirst;
}
