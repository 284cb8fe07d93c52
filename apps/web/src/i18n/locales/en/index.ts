import antd from 'antd/es/locale/en_US';
import app from './app.json';
import changes from './changes.json';
import invitations from './invitations.json';
import list from './list.json';
import members from './members.json';
import notifications from './notifications.json';
import permissions from './permissions.json';
import problems from './problems.json';
import roles from './roles.json';
import signedOut from './signedOut.json';
import states from './states.json';
import time from './time.json';
import welcome from './welcome.json';

const messages = {
  app,
  changes,
  invitations,
  list,
  members,
  notifications,
  permissions,
  problems,
  roles,
  signedOut,
  states,
  time,
  welcome,
};

export default { antd, messages };
