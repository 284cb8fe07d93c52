import Papa from 'papaparse';

/** @returns the address of an import's result as a file */
export function resultAddress(organizationId: string, importId: string): string {
  const [organization, one] = [organizationId, importId].map(encodeURIComponent);
  return `/api/organizations/${organization}/imports/${one}/result`;
}

/** @returns addresses and links of a result, a line each, as they are pasted into a letter or a table */
export function linksOf(result: string): string[] {
  const { data } = Papa.parse<Record<string, string>>(result.replace(/^\uFEFF/, ''), {
    header: true,
    delimiter: ',',
    skipEmptyLines: true,
  });
  return data.flatMap(({ email, link }) => (email && link ? [`${email}\t${link}`] : []));
}
