import { z } from 'zod';
import { anyObject } from './fields.ts';

/** What a native application may come back to: any scheme, but no bare text. */
const redirectUri = z.string().refine((uri) => URL.canParse(uri), 'Invalid redirect URI');

/** What an application is made of and can be changed in, with the limits of openapi.json. */
export const applicationFields = z.object({
  name: z.string().min(1).max(256),
  description: z.string().nullish(),
  oidcClientMetadata: z
    .object({
      redirectUris: z.array(redirectUri),
      postLogoutRedirectUris: z.array(redirectUri),
      backchannelLogoutUri: z.string().url().optional(),
      backchannelLogoutSessionRequired: z.boolean().optional(),
      logoUri: z.string().optional(),
    })
    .optional(),
  customClientMetadata: z
    .object({
      corsAllowedOrigins: z.array(z.string().min(1)),
      idTokenTtl: z.number(),
      refreshTokenTtl: z.number(),
      refreshTokenTtlInDays: z.number().int().min(1).max(90),
      tenantId: z.string(),
      alwaysIssueRefreshToken: z.boolean(),
      rotateRefreshToken: z.boolean(),
      allowTokenExchange: z.boolean(),
      isDeviceFlow: z.boolean(),
      maxAllowedGrants: z.number(),
    })
    .partial()
    .optional(),
  customData: anyObject.optional(),
});
