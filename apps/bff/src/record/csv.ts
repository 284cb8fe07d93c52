import type { Readable } from 'node:stream';
import { neutralizeFormulas } from '@org-portal/contract';
import { stringify } from 'csv-stringify';
import type { FastifyReply } from 'fastify';

/**
 * Streams a CSV file to save, as fast as the browser takes it: RFC 4180 with a byte order mark, for Excel; what a
 * spreadsheet would run as a formula has no effect.
 * @param entries stream of objects
 * @param columns heading → what stands in it
 */
export function sendCsv<Entry>(
  reply: FastifyReply,
  fileName: string,
  entries: Readable,
  columns: Record<string, (entry: Entry) => string | number | null>,
): void {
  reply.type('text/csv; charset=utf-8; header=present');
  reply.header('content-disposition', `attachment; filename="${fileName}"`);
  const rows = entries.map((entry: Entry) => Object.values(columns).map((column) => cellOf(column(entry))));
  const csv = stringify({
    bom: true,
    header: true,
    columns: Object.keys(columns),
    record_delimiter: 'windows',
    // A quoted cell stays one cell, also where it has the separator of another country.
    quoted_string: true,
  });
  rows.on('error', (error) => csv.destroy(error));
  csv.on('close', () => rows.destroy());
  void reply.send(rows.pipe(csv));
}

const cellOf = (value: string | number | null) =>
  typeof value === 'string' ? neutralizeFormulas(value) : value;
