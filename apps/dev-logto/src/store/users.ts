import type { User } from './entities.ts';
import { textOf, type Searched } from './find-users.ts';
import { Table } from './table.ts';

/** The users, found by id, e-mail (in any case), username and phone. */
export class Users extends Table<User> {
  readonly #byEmail = new Map<string, string>();
  readonly #byUsername = new Map<string, string>();
  readonly #byPhone = new Map<string, string>();
  readonly #searched = new Map<string, Searched>();

  byEmail(email: string): User | undefined {
    return this.#find(this.#byEmail, email.toLowerCase());
  }

  byUsername(username: string): User | undefined {
    return this.#find(this.#byUsername, username);
  }

  byPhone(phone: string): User | undefined {
    return this.#find(this.#byPhone, phone);
  }

  /** What searches see of a user; undefined for one who is not there. */
  searched(id: string): Searched | undefined {
    const known = this.#searched.get(id);
    if (known) return known;
    const user = this.get(id);
    if (!user) return undefined;
    const made = { user, text: textOf(user) };
    this.#searched.set(id, made);
    return made;
  }

  override insert(row: User): User {
    this.#index(row);
    return super.insert(row);
  }

  override update(row: User, patch: Partial<User>): User {
    this.#unindex(row);
    const changed = super.update(row, patch);
    this.#index(changed);
    const searched = this.#searched.get(row.id);
    if (searched) Object.assign(searched, { user: changed, text: textOf(changed) });
    return changed;
  }

  override delete(id: string): boolean {
    const row = this.get(id);
    if (row) this.#unindex(row);
    this.#searched.delete(id);
    return super.delete(id);
  }

  #find(index: Map<string, string>, key: string): User | undefined {
    const id = index.get(key);
    return id === undefined ? undefined : this.get(id);
  }

  #index({ id, primaryEmail, username, primaryPhone }: User): void {
    if (primaryEmail !== null) this.#byEmail.set(primaryEmail.toLowerCase(), id);
    if (username !== null) this.#byUsername.set(username, id);
    if (primaryPhone !== null) this.#byPhone.set(primaryPhone, id);
  }

  #unindex({ primaryEmail, username, primaryPhone }: User): void {
    if (primaryEmail !== null) this.#byEmail.delete(primaryEmail.toLowerCase());
    if (username !== null) this.#byUsername.delete(username);
    if (primaryPhone !== null) this.#byPhone.delete(primaryPhone);
  }
}
