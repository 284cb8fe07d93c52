import accessReviews from './accessReviews.json';
import activity from './activity.json';
import endAll from './endAll.json';
import following from './following.json';
import imports from './imports.json';
import invitationIndex from './invitationIndex.json';
import invitationQueue from './invitationQueue.json';
import invitations from './invitations.json';
import invite from './invite.json';
import join from './join.json';
import leaving from './leaving.json';
import memberships from './memberships.json';
import overview from './overview.json';
import people from './people.json';
import roleReview from './roleReview.json';
import signedOut from './signedOut.json';
import snapshotOrganizations from './snapshotOrganizations.json';
import snapshots from './snapshots.json';
import staff from './staff.json';
import welcome from './welcome.json';

/** Comes with the first of the pages and dialogs that are loaded when they are opened. */
export default {
  accessReviews,
  activity,
  endAll,
  following,
  imports,
  invitationIndex,
  invitationQueue,
  invitations,
  invite,
  join,
  leaving,
  memberships,
  overview,
  people,
  roleReview,
  signedOut,
  snapshotOrganizations,
  snapshots,
  staff,
  welcome,
};
