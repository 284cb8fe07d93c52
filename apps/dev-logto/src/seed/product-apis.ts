import type { Store } from '../store/store.ts';
import { demo } from './demo.ts';

type RoleName = keyof typeof demo.organizationRoles;

interface ProductApi {
  id: string;
  name: string;
  indicator: string;
  /** Name → what it allows, and the organization roles that give it. */
  scopes: Record<string, { allows: string; roles: RoleName[] }>;
}

const APIS: ProductApi[] = [
  {
    id: 'apishipments000000001',
    name: 'Shipments API',
    indicator: 'https://api.example.com/shipments',
    scopes: {
      'read:shipment': { allows: 'See shipments', roles: ['owner', 'admin', 'member', 'viewer'] },
      'book:shipment': { allows: 'Book shipments', roles: ['owner', 'admin', 'member'] },
      'cancel:shipment': { allows: 'Cancel booked shipments', roles: ['owner', 'admin'] },
    },
  },
  {
    id: 'apiinvoices0000000002',
    name: 'Invoices API',
    indicator: 'https://api.example.com/invoices',
    scopes: {
      'read:invoice': { allows: 'See and download invoices', roles: ['owner', 'billing'] },
      'pay:invoice': { allows: 'Pay invoices', roles: ['owner', 'billing'] },
    },
  },
];

/** The APIs of the product, in which organization roles give permissions too. */
export function seedProductApis(store: Store): void {
  for (const { id: resourceId, name, indicator, scopes } of APIS) {
    store.resources.insert({ id: resourceId, name, indicator, isDefault: false, accessTokenTtl: 3600 });
    for (const [scopeName, { allows, roles }] of Object.entries(scopes)) {
      const id = `scope${scopeName.replace(/[^a-z]/g, '')}`.padEnd(21, '0').slice(0, 21);
      store.resourceScopes.insert({
        id,
        resourceId,
        name: scopeName,
        description: allows,
        createdAt: Date.now(),
      });
      for (const role of roles) store.organizationRoleResourceScopes.add(demo.organizationRoles[role], id);
    }
  }
}
