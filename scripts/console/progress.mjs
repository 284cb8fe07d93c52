const QUIET_LINE_EVERY_S = 15;

/**
 * Shows that a long step is under way: on a terminal one line whose seconds count up, elsewhere a plain line at
 * the start, every 15 seconds and at the end.
 * @template T
 * @param {string} title such as `Installing dependencies`
 * @param {() => Promise<T>} work
 * @param {NodeJS.WriteStream} [out]
 * @returns {Promise<T>} what the work gives; what it throws passes through
 */
export async function withProgress(title, work, out = process.stdout) {
  const start = performance.now();
  const seconds = () => Math.round((performance.now() - start) / 1000);
  /** @param {string} text */
  const rewrite = (text) => out.write(`\r\x1b[K${text}`);
  if (out.isTTY) rewrite(`${title} …`);
  else out.write(`${title} …\n`);
  const timer = setInterval(() => {
    if (out.isTTY) rewrite(`${title} … ${seconds()} s`);
    else if (seconds() % QUIET_LINE_EVERY_S === 0) out.write(`${title} … ${seconds()} s\n`);
  }, 1000);
  try {
    const result = await work();
    if (out.isTTY) rewrite('');
    out.write(`${title}: done in ${seconds()} s\n`);
    return result;
  } catch (error) {
    if (out.isTTY) rewrite('');
    throw error;
  } finally {
    clearInterval(timer);
  }
}
