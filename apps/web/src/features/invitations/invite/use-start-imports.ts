import type { Import, ImportInput } from '@org-portal/contract';
import { useState } from 'react';
import { useChange } from '../../../changes/use-change.ts';

export interface StartedImport {
  organizationId: string;
  name: string;
  importId?: string;
  /** Why it was not started. */
  error?: unknown;
}

/** Starts imports, one after another; one that is refused does not keep back the others. */
export function useStartImports() {
  const { change } = useChange<Import>();
  const [isStarting, setStarting] = useState(false);

  async function start(
    batches: readonly { organizationId: string; input: ImportInput }[],
    names: ReadonlyMap<string, string>,
    reason: string | undefined,
  ): Promise<StartedImport[]> {
    setStarting(true);
    const started: StartedImport[] = [];
    for (const { organizationId, input } of batches) {
      const name = names.get(organizationId) ?? organizationId;
      try {
        const { id } = await change({
          method: 'post',
          path: 'imports',
          organizationId,
          values: input,
          reason,
        });
        started.push({ organizationId, name, importId: id });
      } catch (error) {
        started.push({ organizationId, name, error });
      }
    }
    setStarting(false);
    return started;
  }

  return { start, isStarting };
}
