import LinkHeader from 'http-link-header';

export type LinkRelation = 'first' | 'prev' | 'next' | 'last';

export type PageLinks = Partial<Record<LinkRelation, string>>;

const RELATIONS: readonly LinkRelation[] = ['first', 'prev', 'next', 'last'];

/**
 * Writes the relations as the value of one `Link` header (RFC 8288).
 * @param links relation → URI reference
 */
export function formatLinkHeader(links: PageLinks): string {
  const header = new LinkHeader();
  for (const rel of RELATIONS) {
    const uri = links[rel];
    if (uri !== undefined) header.set({ uri, rel });
  }
  return header.toString();
}

/**
 * Reads the page relations of a `Link` header (RFC 8288); others are left out.
 * @param value several header lines come joined by a comma, as fetch joins them
 * @throws Error when the value is no Link header
 */
export function parseLinkHeader(value: string): PageLinks {
  const header = LinkHeader.parse(value);
  const links: PageLinks = {};
  for (const rel of RELATIONS) {
    const [link] = header.rel(rel);
    if (link) links[rel] = link.uri;
  }
  return links;
}
