import type { StaffRight, StaffRole } from '@org-portal/contract';

/** Roles of the demo's organization template that people hold. */
export type RoleName = 'viewer' | 'member' | 'admin' | 'owner';

/** The organization that requests speak of, and one that is somebody else's. */
export type Place = 'own' | 'foreign';

/** Who somebody is: what the rules know of a person. */
export interface Standing {
  isSignedIn: boolean;
  memberOf?: Place;
  role?: RoleName;
  staff?: StaffRole;
  /** Held beside. */
  right?: StaffRight;
  /** Where support is let in; ops is let in everywhere. */
  staffIn?: readonly Place[];
}

const EVERYWHERE = ['own', 'foreign'] as const;

/** By the name that the table has. A suspended person holds a session, and may do nothing with it. */
export const standings = {
  anonymous: { isSignedIn: false },
  'no organization': { isSignedIn: true },
  viewer: { isSignedIn: true, memberOf: 'own', role: 'viewer' },
  member: { isSignedIn: true, memberOf: 'own', role: 'member' },
  admin: { isSignedIn: true, memberOf: 'own', role: 'admin' },
  owner: { isSignedIn: true, memberOf: 'own', role: 'owner' },
  'admin elsewhere': { isSignedIn: true, memberOf: 'foreign', role: 'admin' },
  support: { isSignedIn: true, staff: 'support', staffIn: EVERYWHERE },
  /** The right reaches beyond their organizations, so it is none. */
  'support elsewhere': { isSignedIn: true, staff: 'support', right: 'suspend', staffIn: [] },
  'support who suspends': { isSignedIn: true, staff: 'support', right: 'suspend', staffIn: EVERYWHERE },
  ops: { isSignedIn: true, staff: 'ops', staffIn: EVERYWHERE },
  'ops who suspends': { isSignedIn: true, staff: 'ops', right: 'suspend', staffIn: EVERYWHERE },
  'ops who changes': { isSignedIn: true, staff: 'ops', right: 'change', staffIn: EVERYWHERE },
  suspended: { isSignedIn: false },
} as const satisfies Record<string, Standing>;

export type Actor = keyof typeof standings;
export const actors = Object.keys(standings) as Actor[];
