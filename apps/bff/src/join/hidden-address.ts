/** @returns enough of an address for its owner to know it: `a•••@example.com` */
export function hiddenAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, 1)}•••${address.slice(at)}`;
}
