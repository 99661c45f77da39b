import type { Section } from '../../parse/outline.ts';
import { sectionsOfRole } from '../../schema/align.ts';
import { normalizeLabel } from '../../schema/label.ts';
import { contains } from '../../text/span.ts';
import type { Field, IncidentDocument } from '../document.ts';
import { saysNothing } from '../values/absent.ts';

/** The place that a document has for who holds a role. */
export interface RolePlace {
  /** What the team calls the role. */
  readonly role: string;
  readonly field: Field;
  /** Undefined where nobody has been named. */
  readonly holder: string | undefined;
}

/** What else people write for the usual roles. Sources: Google SRE, PagerDuty. */
const alsoCalled: Readonly<Record<string, readonly string[]>> = {
  'incident commander': ['commander', 'ic', 'incident command', 'incident lead', 'incident manager'],
  'communications lead': ['communications', 'comms', 'comms lead', 'communication lead'],
  'operations lead': ['operations', 'ops', 'ops lead', 'operation lead'],
  'planning lead': ['planning'],
};

/** The sections in which a document says who takes part. */
export function roleSections({ alignment }: IncidentDocument): Section[] {
  return [...sectionsOfRole(alignment, 'stakeholders'), ...sectionsOfRole(alignment, 'roles')];
}

/** The places for the named roles, in the header and in the sections on who takes part, in document order. */
export function rolePlaces(document: IncidentDocument, roles: readonly string[]): RolePlace[] {
  const sections = roleSections(document);
  return document.fields.flatMap((field) => {
    if (field.section && !sections.some(({ span }) => contains(span, field.labelSpan))) return [];
    const role = roles.find((name) => means(field.label, name));
    const holder = saysNothing(field.value) ? undefined : field.value;
    return role === undefined ? [] : [{ role, field, holder }];
  });
}

/** Whether a section names somebody for a role in a form that is no field: a nested list, a wide table. */
export function namesInWords({ text }: IncidentDocument, { span }: Section, role: string): boolean {
  const words = text.slice(span.start, span.end);
  return namesOf(role).some((name) =>
    new RegExp(`\\b${name.replace(/[^\w ]/g, '\\$&')}\\b[^:|\\n[]{0,30}[:|][*_ ]*[^\\s[|*_]`, 'i').test(words),
  );
}

/** A handle or name as it is compared: without marks, address and remarks. */
export function personKey(words: string): string {
  return words
    .replace(/\(.*?\)/g, '')
    .replace(/[*_`@]/g, '')
    .trim()
    .toLowerCase();
}

/** Whether somebody is asked for by the roles that are demanded, and has a place to be named in. */
export function asksForRoles(document: IncidentDocument, demanded: readonly string[]): boolean {
  return demanded.length > 0 && (roleSections(document).length > 0 || rolePlaces(document, demanded).length > 0);
}

/** Whether a label names one of the roles. */
export function namesRole(label: string, roles: readonly string[]): boolean {
  return roles.some((role) => means(label, role));
}

function means(label: string, role: string): boolean {
  const words = normalizeLabel(label).replace(/^(?:current|acting) /, '');
  return namesOf(role).includes(words);
}

function namesOf(role: string): string[] {
  const name = normalizeLabel(role);
  return [name, ...(alsoCalled[name] ?? [])];
}
