import activity from './activity.json';
import endAll from './endAll.json';
import following from './following.json';
import imports from './imports.json';
import invitationQueue from './invitationQueue.json';
import invitations from './invitations.json';
import invite from './invite.json';
import join from './join.json';
import leaving from './leaving.json';
import people from './people.json';
import signedOut from './signedOut.json';
import welcome from './welcome.json';

/** Comes with the first of the pages and dialogs that are loaded when they are opened. */
export default {
  activity,
  endAll,
  following,
  imports,
  invitationQueue,
  invitations,
  invite,
  join,
  leaving,
  people,
  signedOut,
  welcome,
};
