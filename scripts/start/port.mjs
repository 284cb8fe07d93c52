import { createServer } from 'node:net';
import { once } from 'node:events';
import { Failure } from '../failure.mjs';

const LOOPBACK = ['127.0.0.1', '::1'];

/**
 * Reads a port from the environment.
 * @param {NodeJS.ProcessEnv} env
 * @param {string} variable
 * @param {number} fallback if the variable is unset or empty
 * @throws {Failure} if it is no port
 */
export function portFrom(env, variable, fallback) {
  const text = env[variable]?.trim();
  const port = text ? Number(text) : fallback;
  if (Number.isInteger(port) && port >= 1 && port <= 65535) return port;
  throw new Failure(`${variable} must be a port from 1 to 65535, such as ${fallback}; it is "${text}".`);
}

/**
 * Makes sure that a port can be listened on, on this machine's loopback addresses (and on a host of its own).
 * @param {number} port
 * @param {string} variable the setting that chooses this port
 * @param {string} [host]
 * @throws {Failure} one line that names the port and the variable
 */
export async function assertPortIsFree(port, variable, host) {
  for (const address of new Set([...LOOPBACK, ...(host ? [host] : [])])) {
    const fault = await faultOfListening(port, address);
    if (fault === 'EADDRINUSE') {
      throw new Failure(
        `Port ${port} is in use. Stop the program that uses it, or set ${variable} to another port, such as ${variable}=${another(port)}.`,
      );
    }
    if (fault === 'EACCES')
      throw new Failure(`Port ${port} may not be opened by this user. Set ${variable} to another port.`);
  }
}

/** @param {number} port @param {string} host @returns {Promise<string | undefined>} the error's code */
async function faultOfListening(port, host) {
  const server = createServer();
  try {
    server.listen({ port, host, exclusive: true });
    await once(server, 'listening');
    return undefined;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code;
  } finally {
    await new Promise((resolve) => server.close(resolve));
  }
}

/** @param {number} port */
const another = (port) => (port < 65000 ? port + 100 : port - 100);
