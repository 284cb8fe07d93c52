type JsonObject = Readonly<Record<string, unknown>>;

export const applicationTypes = [
  'Native',
  'SPA',
  'Traditional',
  'MachineToMachine',
  'Protected',
  'SAML',
] as const;
export type ApplicationType = (typeof applicationTypes)[number];

export interface Application {
  readonly id: string;
  readonly name: string;
  /** Of an application made here: the internal one, which signs nobody in. See ApplicationSecret. */
  readonly secret: string;
  readonly description: string | null;
  readonly type: ApplicationType;
  readonly oidcClientMetadata: JsonObject & {
    readonly redirectUris: readonly string[];
    readonly postLogoutRedirectUris: readonly string[];
  };
  readonly customClientMetadata: JsonObject;
  readonly protectedAppMetadata: JsonObject | null;
  readonly customData: JsonObject;
  readonly isThirdParty: boolean;
  readonly appLevelAccessControlEnabled: boolean;
  readonly createdAt: number;
}

/** A secret that an application authenticates with; its name is its own within the application. */
export interface ApplicationSecret {
  readonly id: string;
  readonly applicationId: string;
  readonly name: string;
  readonly value: string;
  readonly createdAt: number;
  readonly expiresAt: number | null;
}
