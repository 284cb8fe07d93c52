type JsonObject = Readonly<Record<string, unknown>>;

/** What a hook may wait for, in the order of Logto's own list (recording 09). */
export const hookEvents = [
  'PostRegister',
  'PostSignIn',
  'PostSignInAdaptiveMfaTriggered',
  'PostResetPassword',
  'User.Created',
  'User.Deleted',
  'User.Data.Updated',
  'User.SuspensionStatus.Updated',
  'Role.Created',
  'Role.Deleted',
  'Role.Data.Updated',
  'Role.Scopes.Updated',
  'Scope.Created',
  'Scope.Deleted',
  'Scope.Data.Updated',
  'Organization.Created',
  'Organization.Deleted',
  'Organization.Data.Updated',
  'Organization.Membership.Updated',
  'OrganizationRole.Created',
  'OrganizationRole.Deleted',
  'OrganizationRole.Data.Updated',
  'OrganizationRole.Scopes.Updated',
  'OrganizationScope.Created',
  'OrganizationScope.Deleted',
  'OrganizationScope.Data.Updated',
  'Identifier.Lockout',
  'Message.RateLimited',
] as const;
export type HookEvent = (typeof hookEvents)[number];

/** A webhook: what is posted where, signed with `signingKey`. */
export interface Hook {
  readonly id: string;
  readonly name: string;
  /** The one event of a hook made in the old way. */
  readonly event: HookEvent | null;
  readonly events: readonly HookEvent[];
  readonly config: {
    readonly url: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly retries?: number;
  };
  readonly signingKey: string;
  readonly enabled: boolean;
  readonly createdAt: number;
}

/** An entry of the audit log, or of a hook's recent logs: then `key` is `TriggerHook.{event}`, and the payload has `hookId`. */
export interface Log {
  readonly id: string;
  readonly key: string;
  readonly payload: JsonObject & { readonly key: string; readonly result: 'Success' | 'Error' };
  readonly createdAt: number;
}
