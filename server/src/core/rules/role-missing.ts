import type { Edit } from '../edits/edit.ts';
import { commanderOf, commandingRole } from '../model/incident/commander.ts';
import { demandedRoles } from '../model/incident/demanded.ts';
import { incidentSeverity } from '../model/incident/live.ts';
import { asksForRoles, namesInWords, rolePlaces, roleSections } from '../model/incident/roles.ts';
import { insertFieldBeside, insertFirstField } from '../edits/insertField.ts';
import type { IncidentDocument } from '../model/document.ts';
import type { Section } from '../parse/outline.ts';
import type { FieldSchema } from '../schema/template.ts';
import { defineRule, type Finding } from './rule.ts';

/** A role that the severity demands and that nobody is named for. */
export const roleMissing = defineRule({
  id: 'role-missing',
  kinds: ['incident'],
  summary: 'Nobody is named for a role that the severity demands.',
  level: 'warning',
  fixable: true,
  *check(document, { configuration }) {
    const demanded = demandedRoles(document, configuration);
    const commander = commandingRole(configuration.roles);
    if (commander === undefined || demanded.length === 0) return;
    const severity = incidentSeverity(document, configuration.severities);
    const places = rolePlaces(document, demanded);
    // Without a place for roles at all, the section is what is missing.
    const section = roleSections(document)[0];
    if (!asksForRoles(document, demanded)) return;
    const leader = commanderOf(document, commander);
    for (const role of demanded) {
      const ofRole = places.filter((place) => place.role === role);
      if (ofRole.some(({ holder }) => holder !== undefined)) continue;
      if (ofRole.length === 0 && section && namesInWords(document, section, role)) continue;
      const place = ofRole[0]?.field;
      yield finding(
        { role, isCommander: role === commander, severity: severity?.name, leader },
        {
          span: place
            ? place.labelSpan
            : (section?.heading.span ?? places[0]?.field.labelSpan ?? document.lines.contentSpan(0)),
          edit: (name) =>
            place
              ? { span: place.valueSpan, text: spaced(document, place.valueSpan.start, name) }
              : added(document, role, name, section, demanded),
        },
      );
    }
  },
});

/** What is known of a role that nobody holds. */
interface OpenRole {
  readonly role: string;
  readonly isCommander: boolean;
  readonly severity: string | undefined;
  /** Who commands, or declared the incident. */
  readonly leader: string | undefined;
}

interface OpenPlace {
  readonly span: Finding['span'];
  readonly edit: (name: string) => Edit | undefined;
}

function finding({ role, isCommander, severity, leader }: OpenRole, { span, edit }: OpenPlace): Finding {
  const need = severity === undefined ? '' : `, which ${severity} demands`;
  const edited = leader === undefined ? undefined : edit(leader);
  const until = leader === undefined ? 'name somebody' : `name somebody, or ${leader}, who holds it until then`;
  return {
    span,
    message: isCommander
      ? `Nobody is named as ${role}; name who leads the response, which is whoever declared the incident until it is handed on.`
      : `Nobody is named as ${role}${need}; ${until}.`,
    ...(isCommander ? { level: 'error' } : {}),
    ...(leader !== undefined && edited ? { fix: { title: `Name ${leader} as ${role}`, edits: [edited] } } : {}),
  };
}

/** The name, parted from the colon before it. */
function spaced({ text }: IncidentDocument, offset: number, name: string): string {
  return /[\s|]/.test(text[offset - 1] ?? ' ') ? name : ` ${name}`;
}

/** A line for the role behind the last one that there is. */
function added(
  document: IncidentDocument,
  role: string,
  name: string,
  section: Section | undefined,
  demanded: readonly string[],
): Edit | undefined {
  const schema: FieldSchema = {
    label: role,
    synonyms: [],
    type: 'people',
    required: false,
    values: [],
    style: 'bullet',
    placeholder: name,
  };
  const neighbour = rolePlaces(document, demanded).at(-1)?.field;
  return neighbour
    ? insertFieldBeside(document, schema, { neighbour, side: 'after' })
    : insertFirstField(document, schema, section);
}
