import { Type } from 'typebox';
import { Compile } from 'typebox/compile';

const Person = Compile(
  Type.Object({ data: Type.Object({ id: Type.String(), isSuspended: Type.Optional(Type.Boolean()) }) }),
);

/**
 * @param delivery what Logto told (payloads recorded: webhooks.json)
 * @returns the id of the person whose sessions are over by it: suspended, or deleted
 */
export function endedBy(event: string, delivery: unknown): string | undefined {
  if (event !== 'User.Deleted' && event !== 'User.SuspensionStatus.Updated') return undefined;
  if (!Person.Check(delivery)) return undefined;
  const { id, isSuspended = false } = delivery.data;
  return isSuspended || event === 'User.Deleted' ? id : undefined;
}
