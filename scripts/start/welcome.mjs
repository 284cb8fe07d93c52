/** @typedef {import('./embedded-logto.mjs').EmbeddedLogto} EmbeddedLogto */

/**
 * What a newcomer reads once everything runs.
 * @param {string} title what runs, such as `Org Portal`
 * @param {string} url its address
 * @param {{ origin: string } & Pick<EmbeddedLogto, 'people' | 'password'>} [logto] none with a real one
 */
export function welcome(title, url, logto) {
  const lines = [`${title} is ready: ${url}`, '', ...(logto ? demo(logto) : []), 'Ctrl-C stops it.'];
  return `\n${lines.join('\n')}`;
}

/**
 * What they read when it runs and cannot work.
 * @param {string} url its address
 * @param {string[]} faults what is wrong and how to correct it, one line each
 */
export function notReady(url, faults) {
  const lines = [
    `Org Portal runs at ${url} but cannot work yet:`,
    '',
    ...faults.map((fault) => `  - ${fault}`),
    '',
    'Correct the settings in .env, then stop it with Ctrl-C and start it again.',
  ];
  return `\n${lines.join('\n')}`;
}

/** @param {{ origin: string } & Pick<EmbeddedLogto, 'people' | 'password'>} logto */
function demo({ origin, people, password }) {
  const width = Math.max(0, ...people.map(({ email }) => email.length));
  const list = people.map(({ name, email, does }) => `  ${email.padEnd(width)}  ${name}: ${does}`);
  return [
    ...(people.length > 0
      ? [`Sign in with one click, or with the password ${password}, as`, ...list, '']
      : []),
    `E-mails that the embedded Logto has sent: ${origin}/outbox`,
    '',
  ];
}
