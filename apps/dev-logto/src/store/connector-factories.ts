export interface ConnectorFactory {
  readonly type: 'Email' | 'Sms' | 'Social';
  /** What a sign-in asks for to use it, e.g. `github`; that of e-mail is the factory's own id. */
  readonly target: string;
  readonly name: string;
  readonly platform: 'Universal' | null;
}

const email = (target: string, name: string): ConnectorFactory => ({
  type: 'Email',
  target,
  name,
  platform: null,
});
const sms = (target: string, name: string): ConnectorFactory => ({
  type: 'Sms',
  target,
  name,
  platform: null,
});
const social = (target: string, name: string): ConnectorFactory => ({
  type: 'Social',
  target,
  name,
  platform: 'Universal',
});

/** The kinds of connector that can be set, by Logto's id of the factory. E-mail of every kind ends in the outbox. */
const factories: Readonly<Record<string, ConnectorFactory>> = {
  'simple-mail-transfer-protocol': email('simple-mail-transfer-protocol', 'SMTP'),
  'sendgrid-email-service': email('sendgrid-mail', 'SendGrid Email'),
  'mailgun-email': email('mailgun-email', 'Mailgun'),
  'aws-ses-mail': email('aws-ses', 'AWS Direct Mail'),
  'http-email': email('http-email', 'HTTP Email'),
  'twilio-short-message-service': sms('twilio-sms', 'Twilio SMS Service'),
  'github-universal': social('github', 'GitHub'),
  'google-universal': social('google', 'Google'),
};

/** The kind of connector that has this id; undefined for an id that nobody knows. */
export function connectorFactory(id: string): ConnectorFactory | undefined {
  return Object.hasOwn(factories, id) ? factories[id] : undefined;
}
