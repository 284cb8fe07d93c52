import type { Connector } from '../store/connectors.ts';
import { fixedId } from './chance.ts';

/** What "sends" the e-mails of the demo: an SMTP connector whose mails end in the outbox. */
export const outboxConnector: Connector = {
  id: fixedId('connector'),
  connectorId: 'simple-mail-transfer-protocol',
  syncProfile: false,
  enableTokenStorage: false,
  config: { host: 'localhost', fromEmail: 'no-reply@outbox.example' },
  metadata: {},
};
