import type { Configuration } from '../../core/configuration/configuration.ts';
import type { IncidentDocument } from '../../core/model/document.ts';
import { personKey, rolePlaces } from '../../core/model/incident/roles.ts';
import { watchAt } from '../../core/onCall/rota.ts';
import { touches, type Span } from '../../core/text/span.ts';
import type { Explanation } from './explanation.ts';

/** Who somebody is whom a document names for a role, as an owner or as an author: name, address, and whether they are on call. */
export function explainPerson(
  document: IncidentDocument,
  offset: number,
  configuration: Configuration,
  now: number,
): Explanation | undefined {
  const named = namedAt(document, offset, configuration);
  if (!named) return undefined;
  const { span, written } = named;
  const key = personKey(written);
  const found = [...configuration.people].find(
    ([id, { name }]) => personKey(id) === key || (name !== undefined && personKey(name) === key),
  );
  if (!found) return undefined;
  const [id, { name, email, timezone }] = found;
  const lines = [
    `**${name ?? id}**${name === undefined ? '' : ` (${id})`}`,
    ...(email === undefined ? [] : [email]),
    ...(timezone === undefined ? [] : [`Time zone: ${timezone}`]),
    ...watchesOf(id, configuration, now),
  ];
  return { span, words: lines.join('\n\n') };
}

function watchesOf(id: string, { onCall, timezone }: Configuration, now: number): string[] {
  return onCall.rotations.flatMap((rotation) => {
    const watch = watchAt(rotation, timezone, now);
    const place = watch?.primary === id ? 'first' : watch?.secondary === id ? 'second' : undefined;
    if (!watch || place === undefined) return [];
    const until = new Date(watch.until).toISOString().replace('T', ' ').slice(0, 16);
    return [`On call for ${watch.team} now (${place}), until ${until} UTC.`];
  });
}

/** The one name of several, "Ada, Grace", that stands at an offset. */
function namedAt(
  document: IncidentDocument,
  offset: number,
  { roles }: Configuration,
): { readonly span: Span; readonly written: string } | undefined {
  const places = rolePlaces(
    document,
    roles.map(({ name }) => name),
  );
  const spans = [
    ...document.fields.filter(({ schema }) => schema?.type === 'people').map(({ valueSpan }) => valueSpan),
    ...places.map(({ field }) => field.valueSpan),
    ...document.actionItems.flatMap(({ owner }) => owner?.span ?? []),
  ];
  const whole = spans.find((span) => touches(span, offset));
  if (!whole) return undefined;
  for (const match of document.text.slice(whole.start, whole.end).matchAll(/[^,;&/]+/g)) {
    const lead = match[0].length - match[0].trimStart().length;
    const start = whole.start + match.index + lead;
    const span = { start, end: start + match[0].trim().length };
    if (touches(span, offset)) return { span, written: match[0] };
  }
  return undefined;
}
