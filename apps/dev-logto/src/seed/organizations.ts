import type { Store } from '../store/store.ts';
import { demo } from './demo.ts';

type Key = keyof typeof demo.organizations;

interface Seeded {
  readonly name: string;
  readonly description: string | null;
  readonly domain: string;
  /** Members, demo accounts included. */
  readonly members: number;
  /** How many of them hold which role; the others are plain members. */
  readonly roles: {
    readonly owner: number;
    readonly admin: number;
    readonly billing: number;
    readonly viewer: number;
  };
  readonly plan: string;
  readonly isMfaRequired?: boolean;
}

const some = { owner: 1, admin: 3, billing: 1, viewer: 6 };

export const seededOrganizations: Record<Key, Seeded> = {
  halden: {
    name: 'Halden Logistics',
    description: 'Freight, customs and warehousing in eleven countries',
    domain: 'halden.example',
    members: 2400,
    roles: { owner: 2, admin: 14, billing: 6, viewer: 210 },
    plan: 'enterprise',
  },
  kestrel: {
    name: 'Kestrel Analytics',
    description: 'Forecasts for energy markets',
    domain: 'kestrel.example',
    members: 183,
    roles: { ...some, viewer: 24 },
    plan: 'pro',
  },
  lumen: {
    name: 'Lumen Dental Group',
    description: null,
    domain: 'lumendental.example',
    members: 312,
    roles: { ...some, viewer: 80 },
    plan: 'pro',
    isMfaRequired: true,
  },
  mueller: {
    name: 'Müller & Søn Maskinfabrik',
    description: 'Verpackungsmaschinen seit 1911',
    domain: 'mueller-soen.example',
    members: 64,
    roles: some,
    plan: 'team',
  },
  sakura: {
    name: 'さくら出版株式会社',
    description: '文芸書と児童書の出版',
    domain: 'sakura-shuppan.example',
    members: 47,
    roles: some,
    plan: 'team',
  },
  atlas: {
    name: 'Atlas Cartography Cooperative',
    description: 'Maps, drawn together',
    domain: 'atlas-cartography.example',
    members: 9,
    roles: { owner: 0, admin: 1, billing: 1, viewer: 2 },
    plan: 'team',
  },
  brightwater: {
    name: 'Brightwater School District',
    description: 'Everybody who was an admin has left',
    domain: 'brightwater.example',
    members: 23,
    roles: { owner: 0, admin: 0, billing: 1, viewer: 5 },
    plan: 'free',
  },
  pine: {
    name: 'Pine & Patchwork',
    description: 'Opened yesterday; nobody has joined yet',
    domain: 'pinepatchwork.example',
    members: 0,
    roles: { owner: 0, admin: 0, billing: 0, viewer: 0 },
    plan: 'free',
  },
  yunfan: {
    name: '深圳市云帆科技有限公司',
    description: '智能仓储与物流软件',
    domain: 'yunfan.example',
    members: 96,
    roles: some,
    plan: 'pro',
  },
  lighthouses: {
    name: 'The International Society for the Preservation of Historic Lighthouses, Lightships and Coastal Signal Stations',
    description: null,
    domain: 'lighthouses.example',
    members: 31,
    roles: { ...some, admin: 2 },
    plan: 'free',
  },
  orbita: {
    name: 'Орбита — совместные исследования',
    description: null,
    domain: 'orbita.example',
    members: 18,
    roles: { ...some, viewer: 3 },
    plan: 'team',
  },
  fjord: {
    name: 'Fjord',
    description: 'A studio of five',
    domain: 'fjord.example',
    members: 5,
    roles: { owner: 1, admin: 1, billing: 0, viewer: 0 },
    plan: 'free',
  },
};

export function seedOrganizations(store: Store, now: number): void {
  for (const [place, [key, { name, description, plan, isMfaRequired = false }]] of Object.entries(
    seededOrganizations,
  ).entries()) {
    store.organizations.insert({
      id: demo.organizations[key as Key],
      name,
      description,
      customData: { plan },
      isMfaRequired,
      color: {},
      branding: {},
      customCss: null,
      createdAt: now - (900 - place * 71) * 24 * 3_600_000,
    });
  }
}
