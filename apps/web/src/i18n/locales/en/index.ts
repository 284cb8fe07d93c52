import antd from 'antd/es/locale/en_US';
import app from './app.json';
import changes from './changes.json';
import list from './list.json';
import members from './members.json';
import notifications from './notifications.json';
import permissions from './permissions.json';
import problems from './problems.json';
import roles from './roles.json';
import states from './states.json';
import time from './time.json';

/** What the first load needs; the rest is in `late.ts`. */
const messages = {
  app,
  changes,
  list,
  members,
  notifications,
  permissions,
  problems,
  roles,
  states,
  time,
};

export default { antd, messages };
