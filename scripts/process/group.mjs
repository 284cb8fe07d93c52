import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 5_000;
const LOOK_EVERY_MS = 50;

/** Windows has no process groups; there, a program alone counts as its group. */
export const hasGroups = process.platform !== 'win32';

/**
 * Ends a program that leads a process group, and all that it started: asks first, kills what is left after 5 s.
 * @param {import('node:child_process').ChildProcess} leader
 */
export async function endGroup(leader) {
  send(leader, 'SIGTERM');
  const deadline = Date.now() + PATIENCE_MS;
  while (send(leader, 0) && Date.now() < deadline) await delay(LOOK_EVERY_MS);
  send(leader, 'SIGKILL');
}

/**
 * @param {import('node:child_process').ChildProcess} leader
 * @param {NodeJS.Signals | 0} signal 0 only looks
 * @returns {boolean} whether anybody was there
 */
function send(leader, signal) {
  if (leader.pid === undefined) return false;
  if (!hasGroups) return leader.kill(signal);
  try {
    return process.kill(-leader.pid, signal);
  } catch {
    return false;
  }
}
