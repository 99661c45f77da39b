import { fileNameOf } from '../../core/text/path.ts';
import type { Refusal } from '../../protocol/channels.ts';
import { answering } from '../door.ts';
import type { Feature } from '../features/feature.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import { pathOfUri } from '../uri.ts';

/** Declares the answer to a request of our own protocol; what fails is told to the person as a refusal. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what its client sends and gets
export function request<P, R extends object>(
  name: string,
  answer: (session: Session, params: P) => Promise<R | Refusal>,
): Feature {
  return {
    capabilities: {},
    register(session) {
      const failed: Refusal = { reason: `The language server could not answer ${name}; its log says why.` };
      const handler = answering<P, R | Refusal>(session.connection, name, failed, (params) => answer(session, params));
      session.connection.onRequest<object, never>(name, handler);
    },
  };
}

/** Declares the answer to a request about a document; refuses for one that can't be read. */
// oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- the caller says what its client sends and gets
export function documentRequest<P extends { readonly uri: string }, R extends object>(
  name: string,
  answer: (reading: Reading, params: P) => R | Refusal,
): Feature {
  return request<P, R>(name, async (session, params) => {
    const reading = await session.read(params.uri);
    return reading
      ? answer(reading, params)
      : { reason: `${nameOf(params.uri)} can't be read; check that it is there.` };
  });
}

/** The refusal for Markdown that is none of our documents. */
export function noDocument(uri: string): Refusal {
  return {
    reason: `${nameOf(uri)} is no runbook, incident document or postmortem; "kind: runbook" in its front matter makes it one.`,
  };
}

/** The refusal for a moment that can't be read. */
export function noDateTime(at: string): Refusal {
  return { reason: `"${at}" is no date and time; write it as 2024-01-15T14:23:00Z.` };
}

function nameOf(uri: string): string {
  return fileNameOf(pathOfUri(uri));
}
