import { fileNameOf } from '../text/path.ts';
import type { Span } from '../text/span.ts';
import type { IncidentDocument } from './document.ts';

/** The name of the alert that a runbook is for, and where it says so. */
export interface StatedAlert {
  readonly name: string;
  /** Undefined for the file's name. */
  readonly span: Span | undefined;
}

/** `KubePodCrashLooping`: at least two words joined, each with a capital. */
const alertName = /^[A-Z][a-z\d]+(?:[A-Z]+[a-z\d]*)+$/;

/** What a runbook calls its alert: in its front matter, its title, a line of its header and its file's name, as far as these are names of alerts. */
export function statedAlerts({ frontMatter, title, path, fields }: IncidentDocument): StatedAlert[] {
  const stated: StatedAlert[] = frontMatter.entries.flatMap(({ key, value, valueSpan }) =>
    /^alert(?:[_-]?name)?$/i.test(key) && typeof value === 'string' ? [{ name: value, span: valueSpan }] : [],
  );
  const subject =
    title?.subject.replace(/^(?:alert|runbook for|alert name)\s*:?\s*/i, '').replace(/[`*_\s]+$|^[`*_\s]+/g, '') ?? '';
  if (title && alertName.test(subject)) stated.push({ name: subject, span: title.subjectSpan });
  for (const { label, value, valueSpan, section } of fields) {
    const name = value.replaceAll('`', '');
    if (!section && /^alert(?: ?name)?$/i.test(label) && alertName.test(name)) stated.push({ name, span: valueSpan });
  }
  const stem = fileNameOf(path).replace(/\..*$/, '');
  if (alertName.test(stem)) stated.push({ name: stem, span: undefined });
  return stated;
}

/** Whether two names mean the same alert: case, dashes, underscores and a last "Alert" aside. */
export function sameAlert(one: string, other: string): boolean {
  return plain(one) === plain(other);
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z\d]/g, '')
    .replace(/alert$/, '');
}
