type JsonObject = Readonly<Record<string, unknown>>;

/** What delivers messages or signs people in with a social account. */
export interface Connector {
  readonly id: string;
  /** Of its factory; see connector-factories.ts. */
  readonly connectorId: string;
  readonly syncProfile: boolean;
  readonly enableTokenStorage: boolean;
  readonly config: JsonObject;
  readonly metadata: JsonObject;
}

/** A company's own identity provider. */
export interface SsoConnector {
  readonly id: string;
  readonly providerName: string;
  readonly connectorName: string;
  readonly config: JsonObject;
  /** E-mail domains of the people who sign in through it. */
  readonly domains: readonly string[];
  readonly branding: JsonObject;
  readonly syncProfile: boolean;
  readonly enableTokenStorage: boolean;
  readonly createdAt: number;
}
