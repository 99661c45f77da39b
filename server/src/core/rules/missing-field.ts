import { asYaml, inStyle, insertFieldBeside, insertFirstField, placeOfField } from '../edits/insertField.ts';
import type { Field, IncidentDocument } from '../model/document.ts';
import { demandedRoles } from '../model/incident/demanded.ts';
import { tellsOfIncident } from '../model/fields.ts';
import { asksForRoles, namesRole } from '../model/incident/roles.ts';
import { frontMatterText } from '../parse/frontMatter.ts';
import type { Section } from '../parse/outline.ts';
import { normalizeLabel } from '../schema/label.ts';
import type { FieldSchema } from '../schema/template.ts';
import { nearestWord } from '../text/nearest.ts';
import { beginningIn } from '../text/ordered.ts';
import { at } from '../text/span.ts';
import { excerpt } from '../text/excerpt.ts';
import { defineRule, everyKind, type Finding } from './rule.ts';

/** A fact that the template asks for and the document does not state, beside others that it does. */
export const missingField = defineRule({
  id: 'missing-field',
  kinds: everyKind,
  summary: 'A field of the template is missing, or has no value.',
  level: 'warning',
  fixable: true,
  *check(document, { configuration }) {
    if (document.likeness === 'distant') return;
    // Who must be named, and isn't, is a matter of its own.
    const demanded = demandedRoles(document, configuration);
    const roles = asksForRoles(document, demanded) ? demanded : [];
    for (const { isCertain, label, ...finding } of findings(document)) {
      if (namesRole(label, roles)) continue;
      if (document.likeness === 'declared' && isCertain) yield finding;
      // A document that only its folder makes one may have a form of its own, and so may a section with few of the fields.
      else
        yield {
          ...finding,
          level: 'information',
          ...(finding.fix ? { fix: { ...finding.fix, onRequest: true } } : {}),
        };
    }
  },
});

interface LabelledFinding extends Finding {
  readonly label: string;
  readonly isCertain: boolean;
}

function* findings(document: IncidentDocument): Generator<LabelledFinding> {
  for (const group of groupsOf(document)) {
    for (const field of group.present)
      if (field.value === '') yield { ...withoutValue(field, document.text), label: field.label, isCertain: true };
    if (!isBegun(document, group)) continue;
    const required = group.schemas.filter((schema) => schema.required);
    const there = required.filter((schema) => group.present.some((field) => field.schema === schema));
    const isCertain = group.section === undefined || 2 * there.length > required.length;
    for (const schema of group.schemas) {
      if (schema.required && !group.present.some((field) => field.schema === schema))
        yield { ...missing(document, group, schema), label: schema.label, isCertain };
    }
  }
}

/** Fields that stand together: those of the header, or those that the template gives one section. */
interface FieldGroup {
  /** Undefined for the header. */
  readonly section: Section | undefined;
  readonly schemas: readonly FieldSchema[];
  readonly present: readonly Field[];
}

function groupsOf({ alignment, fields, template }: IncidentDocument): FieldGroup[] {
  const known = fields.filter(({ schema }) => schema);
  const among = (schemas: readonly FieldSchema[], within: Section | undefined): Field[] => {
    if (schemas.length === 0) return [];
    const near = within ? beginningIn(known, ({ labelSpan }) => labelSpan, within.span) : known;
    return near.filter(
      ({ schema, labelSpan }) => schema && schemas.includes(schema) && (!within || labelSpan.end <= within.span.end),
    );
  };
  return [
    { section: undefined, schemas: template.fields, present: among(template.fields, undefined) },
    ...alignment.matches.map(({ schema, section }) => ({
      section,
      schemas: schema.fields,
      present: among(schema.fields, section),
    })),
  ];
}

/** A document that says nothing in a header has another form; a site's own front matter (`date`, `author`) says nothing of it. */
function isBegun({ frontMatter }: IncidentDocument, { present }: FieldGroup): boolean {
  if (frontMatterText(frontMatter, 'template') !== undefined) return true;
  const ours = tellsOfIncident(frontMatter);
  return present.some(({ style }) => ours || style !== 'front-matter');
}

function missing(document: IncidentDocument, { section, schemas, present }: FieldGroup, schema: FieldSchema): Finding {
  const meant = misspelt(document, section, schema);
  if (meant) {
    return {
      span: meant.labelSpan,
      message: `The field "${schema.label}" is missing; if this is meant to be it, call it "${schema.label}".`,
      fix: { title: `Call it "${schema.label}"`, edits: [{ span: meant.labelSpan, text: schema.label }] },
    };
  }
  const place = placeOfField(schema, schemas, present);
  const edit = place ? insertFieldBeside(document, schema, place) : insertFirstField(document, schema, section);
  const where = place
    ? `it belongs ${place.side} "${place.neighbour.label}"`
    : `it belongs below ${section ? 'this heading' : 'the title'}`;
  return {
    span: section?.heading.span ?? document.title?.span ?? document.lines.contentSpan(0),
    message: `The field "${schema.label}" is missing; ${where}.`,
    related: place
      ? [{ span: place.neighbour.labelSpan, message: `"${schema.label}" belongs ${place.side} this.` }]
      : [],
    ...(edit ? { fix: { title: `Add the field "${schema.label}"`, edits: [edit] } } : {}),
  };
}

/** A label that no template knows, with nearly the words of the one that is missing; the shortest are too much alike. */
function misspelt({ fields }: IncidentDocument, section: Section | undefined, schema: FieldSchema): Field | undefined {
  if (schema.label.length < 5) return undefined;
  const unknown = fields.filter(
    (field) => !field.schema && field.section === section && field.style !== 'front-matter',
  );
  const names = new Map(unknown.map((field) => [normalizeLabel(field.label), field]));
  return names.get(nearestWord(normalizeLabel(schema.label), [...names.keys()]) ?? '');
}

function withoutValue({ label, labelSpan, valueSpan, schema, style }: Field, text: string): Finding {
  const placeholder = schema?.placeholder ?? '';
  const value = style === 'front-matter' ? asYaml(placeholder) : inStyle(placeholder, { style });
  const before = style === 'table-row' && text[valueSpan.start - 1] === ' ' ? '' : ' ';
  const behind = text[valueSpan.start] === '|' ? ' ' : '';
  return {
    span: labelSpan,
    message: `"${label}" has no value; write ${placeholder === '' ? 'one' : `one, such as ${excerpt(placeholder)}`}.`,
    ...(placeholder === '' || style === 'section'
      ? {}
      : {
          fix: {
            title: `Write ${excerpt(placeholder)}`,
            edits: [{ span: at(valueSpan.start), text: before + value + behind }],
          },
        }),
  };
}
