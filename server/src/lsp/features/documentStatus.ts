import { documentStatusNotification } from '../../protocol/channels.ts';
import { unattended } from '../door.ts';
import type { Session } from '../session.ts';
import { statusOf } from '../status.ts';
import type { Feature } from './feature.ts';

/** Tells the client what each open document is, whenever it has been read. */
export const documentStatus: Feature = { capabilities: {}, register };

function register({ connection, onDidRead }: Session): void {
  onDidRead((reading) => {
    unattended(connection, `Status of ${reading.uri}`, () =>
      connection.sendNotification(documentStatusNotification, statusOf(reading)),
    );
  });
}
