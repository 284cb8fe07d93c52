/** @type {(NodeJS.Signals | 'disconnect')[]} */
const ENDS = ['disconnect', 'SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a server for the process that forked this one, which is told its address and process (`{ url, pid }`), and may
 * have it ended and started again on the same data (`'stop'`, `'start'`). It goes, with all that it wrote, when that
 * process disconnects or is gone, so it cannot outlive it.
 * @param {object} service
 * @param {string} service.url
 * @param {() => Promise<import('./server.mjs').Server>} service.start
 * @param {NodeJS.Signals} service.endBy the signal on which it ends at once
 * @param {() => void} service.remove deletes what it wrote
 */
export async function runForParent({ url, start, endBy, remove }) {
  /** @type {Awaited<ReturnType<typeof start>> | undefined} */
  let running;
  /** @type {Promise<void>} each step waits for the one before */
  let last = Promise.resolve();
  /** @param {() => Promise<void>} step */
  const then = (step) => {
    last = last.then(step).catch((error) => {
      process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
      end(1);
    });
  };
  /** Sending to a parent that is gone would end this process, and leave the server. @param {object} message */
  const tell = (message) => {
    if (process.connected) process.send?.(message);
  };
  const up = async () => {
    running = await start();
    tell({ url, pid: running.pid });
  };
  const down = async () => {
    await running?.end(endBy);
    running = undefined;
  };
  let isEnding = false;
  /** @param {number} code */
  const end = (code) => {
    if (isEnding) return;
    isEnding = true;
    void last
      .then(down)
      .then(remove)
      .finally(() => process.exit(code));
  };
  for (const event of ENDS) process.on(event, () => end(0));
  process.on('message', (message) => {
    if (message === 'start') then(up);
    if (message === 'stop') then(() => down().then(() => tell({})));
  });
  // It may have gone before anybody listened for that.
  if (!process.connected) end(0);
  else then(up);
  await last;
}
