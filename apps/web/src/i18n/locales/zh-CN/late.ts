import activity from './activity.json';
import invitations from './invitations.json';
import signedOut from './signedOut.json';
import welcome from './welcome.json';

/** Comes with the first of the pages that are loaded when they are opened. */
export default { activity, invitations, signedOut, welcome };
