import type { ServerCapabilities } from 'vscode-languageserver/node';
import type { Session } from '../session.ts';

/** One thing that the server does: what it tells the client of it, and how it does it. */
export interface Feature {
  readonly capabilities: ServerCapabilities;
  /** Registers the feature's handlers, once, before the client is told that the server is ready. */
  readonly register: (session: Session) => void;
}
