import { isManagementApiError, type ManagementApiError } from '@org-portal/management-api';
import * as oidc from 'openid-client';
import { requireWritable } from '../database/require-writable.ts';
import type { Portal } from '../portal.ts';
import type { Settings } from './settings.ts';

/**
 * Tries what the settings name: Logto with both applications, the database, Redis.
 * @returns what is wrong and how to correct it, one line each; none: the portal can work
 */
export async function setupFaults({ api, signIn, sessions, database, settings }: Portal): Promise<string[]> {
  const faults = await Promise.all([
    faultOf(signIn.check(), (error) => signInFault(error, settings)),
    faultOf(api.organizationTemplate.scopes(), (error) => managementApiFault(error, settings)),
    faultOf(sessions.check(), (error) => `REDIS_URL: Redis cannot be used (${reasonOf(error)}).`),
    faultOf(requireWritable(database), (error) => `The database cannot be written to (${reasonOf(error)}).`),
  ]);
  return [...new Set(faults.filter((fault) => fault !== undefined))];
}

async function faultOf(
  check: Promise<unknown>,
  words: (error: unknown) => string,
): Promise<string | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    return words(error);
  }
}

function signInFault(error: unknown, { logto }: Settings): string {
  const status = (error as { status?: unknown }).status;
  const code = error instanceof oidc.ResponseBodyError ? error.error : undefined;
  if (status === 401 || code === 'invalid_client')
    return 'LOGTO_APP_ID or LOGTO_APP_SECRET is wrong: Logto refuses them. Copy both from the traditional web application in Logto’s console.';
  if (code === 'unauthorized_client')
    return 'LOGTO_APP_ID names an application in which people cannot sign in. Create a traditional web application in Logto’s console.';
  const reason = networkReasonOf(error);
  if (reason) return unreachable('LOGTO_ENDPOINT', logto.endpoint, reason);
  return somethingElse('LOGTO_ENDPOINT', logto.endpoint, reasonOf(error));
}

/** @returns what is wrong when a call of the Management API fails, and how to correct it */
export function managementApiFault(error: unknown, { logto }: Settings): string {
  const { managementEndpoint: endpoint, managementResource: resource } = logto;
  if (!isManagementApiError(error)) return `The Management API cannot be used (${reasonOf(error)}).`;
  if (error.code === 'upstream.misconfigured') return refusal(error, endpoint, resource);
  if (error.code === 'request.rate_limited')
    return 'Logto takes no more requests for now. It is tried again.';
  if (error.status === undefined)
    return unreachable('LOGTO_MANAGEMENT_ENDPOINT', endpoint, networkReasonOf(error) ?? error.code);
  if (error.code === 'upstream.failed')
    return `LOGTO_MANAGEMENT_ENDPOINT: ${endpoint.origin} answers ${error.status}. Look at Logto’s log.`;
  return somethingElse('LOGTO_MANAGEMENT_ENDPOINT', endpoint, `it answers ${error.status}`);
}

function refusal({ logtoCode, status }: ManagementApiError, endpoint: URL, resource: string): string {
  if (logtoCode === 'invalid_client')
    return 'LOGTO_M2M_ID or LOGTO_M2M_SECRET is wrong: Logto refuses them. Copy both from the machine-to-machine application in Logto’s console.';
  if (logtoCode === 'invalid_target')
    return `LOGTO_MANAGEMENT_RESOURCE: Logto does not know ${resource}. It is https://{tenant-id}.logto.app/api with Logto Cloud and https://default.logto.app/api with Logto OSS.`;
  if (logtoCode === 'unauthorized_client')
    return 'LOGTO_M2M_ID names an application that is not machine-to-machine. Create one in Logto’s console.';
  if (status === 403)
    return 'The machine-to-machine application may not use the Management API. Give it the role “Logto Management API access” in Logto’s console.';
  if (status === 401)
    return `LOGTO_MANAGEMENT_ENDPOINT: ${endpoint.origin} takes no tokens for ${resource}. Endpoint and LOGTO_MANAGEMENT_RESOURCE must belong to the same tenant.`;
  return `Logto refuses the machine-to-machine application (${logtoCode ?? status}). Check LOGTO_M2M_ID, LOGTO_M2M_SECRET and LOGTO_MANAGEMENT_RESOURCE.`;
}

const unreachable = (setting: string, { origin }: URL, reason: string): string =>
  `${setting}: ${origin} cannot be reached (${reason}). Check the address, and that Logto is running.`;

const somethingElse = (setting: string, { origin }: URL, reason: string): string =>
  `${setting}: ${origin} does not answer as Logto does (${reason}). Check the address.`;

/** @returns Node's code of what the network said, such as `ECONNREFUSED`; undefined when there was an answer */
function networkReasonOf(error: unknown): string | undefined {
  for (const each of causesOf(error)) {
    const { code, name } = each as { code?: unknown; name?: unknown };
    if (typeof code === 'string' && /^(E[A-Z]+|UND_ERR_\w+|CERT_\w+|\w*_CERT\w*|ERR_TLS_\w+)$/.test(code))
      return code;
    if (name === 'TimeoutError' || code === 'OAUTH_TIMEOUT') return 'no answer';
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  const last = causesOf(error).at(-1);
  return networkReasonOf(error) ?? (last instanceof Error ? last.message : String(last));
}

/** Of several that failed at once, as the addresses of one name do, the first. */
function causesOf(error: unknown): unknown[] {
  const causes: unknown[] = [];
  for (let each = error; each !== undefined && each !== null && causes.length < 10;) {
    causes.push(each);
    each = each instanceof AggregateError ? each.errors[0] : (each as { cause?: unknown }).cause;
  }
  return causes;
}
