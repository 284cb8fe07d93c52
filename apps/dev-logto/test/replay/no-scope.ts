import { exchange } from './exchange.ts';
import { requestToken, TargetRefused, type Credentials, type Target } from './target.ts';

/**
 * Makes a machine-to-machine application without any role for as long as the work takes, and deletes it.
 * Throws TargetRefused where the target does not let that be made.
 */
export async function withApplicationWithoutRole<Result>(
  target: Omit<Target, 'noScope'>,
  name: string,
  work: (noScope: Credentials) => Promise<Result>,
): Promise<Result> {
  const token = await requestToken(target, target.m2m);
  const call = async (method: string, path: string, body?: object) => {
    const { status, text } = await exchange({
      method,
      url: `${target.endpoint}/api/applications${path}`,
      headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    if (status >= 400)
      throw new TargetRefused(
        `${target.endpoint} refuses ${method} /api/applications${path}: ${status} ${text}`,
      );
    return text;
  };
  const made = await call('POST', '', { name, type: 'MachineToMachine', description: 'For one replay.' });
  const { id } = JSON.parse(made) as { id: string };
  try {
    const [secret] = JSON.parse(await call('GET', `/${id}/secrets`)) as { value: string }[];
    return await work({ id, secret: secret?.value ?? '' });
  } finally {
    await call('DELETE', `/${id}`);
  }
}
