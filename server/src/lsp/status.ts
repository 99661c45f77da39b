import { headerField } from '../core/model/fields.ts';
import type { DocumentStatus } from '../protocol/channels.ts';
import type { Reading } from './reading.ts';

/** What the client shows of a document: what it is, and what it says of itself. */
export function statusOf({ uri, version, document }: Reading): DocumentStatus {
  if (!document) return { uri, version };
  const stated = (label: string): string | undefined => headerField(document.fields, label)?.value || undefined;
  const title = document.title?.subject;
  const severity = stated('Severity');
  const status = stated('Status');
  return {
    uri,
    version,
    kind: document.kind,
    template: document.template.name,
    ...(title === undefined ? {} : { title }),
    ...(severity === undefined ? {} : { severity }),
    ...(status === undefined ? {} : { status }),
    live: document.kind === 'incident' && document.stage !== 'final',
  };
}
