import autocannon from 'autocannon';

const CONNECTIONS = 32;

/**
 * @typedef {object} Load
 * @property {number} perSecond requests answered
 * @property {number} p99 milliseconds
 * @property {number} answered requests in all
 * @property {number} bytes received per request, headers and all
 */

/**
 * Asks over 32 connections, each of which waits for an answer before it asks again.
 * @param {string} origin
 * @param {(connection: number) => { path: string, headers?: Record<string, string> }[]} requestsOf what a connection
 *   asks for, in turns
 * @param {{ seconds?: number, amount?: number, status?: number }} how for how long, or how often; and what every
 *   answer's status must be
 * @returns {Promise<Load>}
 */
export async function load(origin, requestsOf, { seconds = 3, amount, status = 200 }) {
  let connection = 0;
  const result = await autocannon({
    url: origin,
    connections: CONNECTIONS,
    ...(amount === undefined ? { duration: seconds } : { amount }),
    sampleInt: 100,
    setupClient: (client) => client.setRequests(requestsOf(connection++)),
  });
  const { errors, timeouts, statusCodeStats, duration } = result;
  const wrong = Object.keys(statusCodeStats ?? {}).filter((code) => code !== String(status));
  if (errors + timeouts > 0 || wrong.length > 0) {
    throw new Error(`${origin}: ${errors} errors, ${timeouts} timeouts, ${JSON.stringify(statusCodeStats)}`);
  }
  const answered = result.requests.total;
  return {
    answered,
    perSecond: answered / duration,
    p99: result.latency.p99,
    bytes: result.throughput.total / answered,
  };
}
