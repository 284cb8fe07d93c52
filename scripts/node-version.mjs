const OLDEST_NODE = '20.19.0';

/**
 * Whether a Node is too old for this project. This file and the entry files must load on such a Node, so they
 * keep to what Node 12 can parse.
 * @param {string} version such as `20.19.0` or `v20.19.0`
 */
export function isTooOld(version) {
  const found = numbers(version);
  const oldest = numbers(OLDEST_NODE);
  return found.major < oldest.major || (found.major === oldest.major && found.minor < oldest.minor);
}

/** @param {string} version */
function numbers(version) {
  const parts = version.replace(/^v/, '').split('.');
  return { major: Number(parts[0]), minor: Number(parts[1]) };
}

/**
 * Loads and runs a command, or says in one line that this Node is too old and exits with code 1.
 * @param {() => Promise<{ main: () => Promise<void> }>} load imports the command; called on a good Node only
 */
export function runOnCurrentNode(load) {
  if (isTooOld(process.version)) {
    console.error(
      'Org Portal needs Node ' +
        OLDEST_NODE +
        ' or later; this is ' +
        process.version +
        '. See https://nodejs.org',
    );
    process.exit(1);
  }
  load().then((command) => command.main());
}
