import { forgetWork } from '../kept-work/kept-work.ts';
import { actingPersonId } from './acting-person.ts';
import { tellSignedOut } from './tabs.ts';

/** Leaves the page, and has the other tabs do so. A form, since the reply leads to the identity provider's own sign-out and back. */
export function signOut(): void {
  forgetWork();
  const form = document.createElement('form');
  form.method = 'post';
  const person = actingPersonId();
  form.action = person === undefined ? '/auth/sign-out' : `/auth/sign-out?${new URLSearchParams({ person })}`;
  document.body.append(form);
  tellSignedOut();
  form.submit();
}

/** In the query of the page for people who are signed out: it happened on all of their devices. */
export const EVERYWHERE = 'everywhere';

/** Leaves the page after all sessions of the person have been ended. */
export function signedOutEverywhere(): void {
  forgetWork();
  tellSignedOut();
  window.location.assign(`/signed-out?${EVERYWHERE}`);
}
