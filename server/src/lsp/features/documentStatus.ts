import { documentStatusNotification } from '../../protocol/channels.ts';
import { unattended } from '../door.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Tells the client what each open document is, whenever it has been read; whoever has asked for something is answered first. */
export const documentStatus: Feature = { capabilities: {}, register };

function register({ connection, onDidRead }: Session): void {
  onDidRead(({ status }) => {
    setImmediate(() =>
      unattended(connection, `Status of ${status.uri}`, () =>
        connection.sendNotification(documentStatusNotification, status),
      ),
    );
  });
}
