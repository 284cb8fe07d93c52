import { describe, expect, it } from 'vitest';
import { formatLinkHeader, parseLinkHeader } from '@org-portal/contract';

describe('Link header', () => {
  it('is one header with first, prev, next, last in this order', () => {
    const value = formatLinkHeader({
      last: '/a?page=9',
      first: '/a?page=1',
      next: '/a?page=3',
      prev: '/a?page=1',
    });
    expect(value).toBe(
      '</a?page=1>; rel=first, </a?page=1>; rel=prev, </a?page=3>; rel=next, </a?page=9>; rel=last',
    );
  });

  it('comes back as it went, commas and semicolons in the query included', () => {
    const links = { first: '/members?q=a,b;c&page=1', next: '/members?q=a,b;c&page=2' };
    expect(parseLinkHeader(formatLinkHeader(links))).toEqual(links);
  });

  it('is read as Logto sends it, several lines joined by fetch', () => {
    const value =
      '<http://localhost:3001/organizations?page=1>; rel="first", <http://localhost:3001/organizations?page=2>; rel="next"';
    expect(parseLinkHeader(value)).toEqual({
      first: 'http://localhost:3001/organizations?page=1',
      next: 'http://localhost:3001/organizations?page=2',
    });
  });

  it('leaves out relations that are not about pages', () => {
    expect(parseLinkHeader('</style.css>; rel="preload"')).toEqual({});
  });

  it('refuses what is no Link header', () => {
    expect(() => parseLinkHeader('page=2')).toThrow();
  });
});
