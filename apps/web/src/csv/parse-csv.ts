// Refine imports the package by its name, though nothing here uses that part of it: by its name it would be in the first
// load once it is used anywhere.
import Papa from 'papaparse/papaparse.js';

/** @param delimiters one, or those to choose from */
export function parseCsv(
  text: string,
  delimiters: string | string[],
): { rows: string[][]; delimiter: string } {
  const { data, meta } = Papa.parse<string[]>(text, {
    skipEmptyLines: 'greedy',
    ...(typeof delimiters === 'string' ? { delimiter: delimiters } : { delimitersToGuess: delimiters }),
  });
  return { rows: data, delimiter: meta.delimiter };
}
