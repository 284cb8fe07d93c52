import type { Invitation } from './entities.ts';
import { Table } from './table.ts';

/** Invitations, found by organization and by address without reading all of them. */
export class Invitations extends Table<Invitation> {
  readonly #ofOrganization = new Map<string, Set<string>>();
  readonly #toAddress = new Map<string, Set<string>>();

  override insert(row: Invitation): Invitation {
    add(this.#ofOrganization, row.organizationId, row.id);
    add(this.#toAddress, row.invitee.toLowerCase(), row.id);
    return super.insert(row);
  }

  override delete(id: string): boolean {
    const row = this.get(id);
    if (row) {
      remove(this.#ofOrganization, row.organizationId, id);
      remove(this.#toAddress, row.invitee.toLowerCase(), id);
    }
    return super.delete(id);
  }

  /** Oldest first. */
  ofOrganization(organizationId: string): Invitation[] {
    return this.#found(this.#ofOrganization.get(organizationId));
  }

  /** Whatever the case of the address; oldest first. */
  toAddress(invitee: string): Invitation[] {
    return this.#found(this.#toAddress.get(invitee.toLowerCase()));
  }

  #found(ids: Iterable<string> = []): Invitation[] {
    return [...ids].flatMap((id) => this.get(id) ?? []);
  }
}

function add(sets: Map<string, Set<string>>, key: string, id: string): void {
  const ids = sets.get(key);
  if (ids) ids.add(id);
  else sets.set(key, new Set([id]));
}

function remove(sets: Map<string, Set<string>>, key: string, id: string): void {
  const ids = sets.get(key);
  ids?.delete(id);
  if (ids?.size === 0) sets.delete(key);
}
