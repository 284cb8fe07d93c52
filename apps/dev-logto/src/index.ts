export type { Controls } from './controls/controls.ts';
export type { Fault } from './controls/fault.ts';
export { Calls } from './http/calls.ts';
export type { SentMail } from './outbox/mailer.ts';
export { StartRefused } from './refusals.ts';
export {
  managementApiResource,
  m2mApplication,
  m2mApplicationWithoutRole,
  portalApplication,
} from './seed/applications.ts';
export { demo, demoAccounts, demoPassword, type DemoAccount } from './seed/demo.ts';
export { portalWebhook } from './seed/portal-webhook.ts';
export { startDevLogto, type DevLogto, type DevLogtoOptions } from './start.ts';
