/** @returns the address of an import's result as a file */
export function resultAddress(organizationId: string, importId: string): string {
  const [organization, one] = [organizationId, importId].map(encodeURIComponent);
  return `/api/organizations/${organization}/imports/${one}/result`;
}
