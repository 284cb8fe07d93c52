import { useState, type DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Draft } from './draft/use-draft.ts';
import { readFile } from './read/read-file.ts';

/**
 * Adds the people of files that are chosen or dropped to the list.
 * @param say tells how many there were
 */
export function useFile(draft: Draft, say: (words: string) => void) {
  const { t } = useTranslation();
  const [isReading, setReading] = useState(false);
  const [isOver, setOver] = useState(false);
  const [fault, setFault] = useState<string>();

  async function read(files: Iterable<File>) {
    setReading(true);
    setFault(undefined);
    for (const file of files) {
      const people = await readFile(file, draft.roles.names);
      if (typeof people === 'string') {
        setFault(t(`invite.fileFaults.${people}`, { file: file.name }));
      } else {
        draft.add(people, file.name);
        say(t('invite.readFrom', { count: people.length, file: file.name }));
      }
    }
    setReading(false);
  }

  return {
    read,
    isReading,
    /** A file is held over the field. */
    isOver,
    /** Why the last file was not read. */
    fault,
    forgetFault: () => setFault(undefined),
    dropProps: {
      onDragOver(event: DragEvent) {
        if (!event.dataTransfer.types.includes('Files')) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeave: () => setOver(false),
      onDrop(event: DragEvent) {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        event.preventDefault();
        void read(files);
      },
    },
  };
}
