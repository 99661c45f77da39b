import { MarkupKind, type Hover } from 'vscode-languageserver/node';
import type { Configuration } from '../../core/configuration/configuration.ts';
import { isConfiguration } from '../../core/configuration/file.ts';
import type { Field, IncidentDocument } from '../../core/model/document.ts';
import { explainParameterAt } from '../../core/model/steps/explainParameter.ts';
import { readSeverity } from '../../core/model/values/severity.ts';
import { configurationManualUrl, templateManualUrl } from '../../core/rules/page.ts';
import { isTeamTemplate } from '../../core/schema/teamTemplates.ts';
import type { SectionSchema } from '../../core/schema/template.ts';
import { touches } from '../../core/text/span.ts';
import { rangeOf } from '../convert.ts';
import { answering } from '../door.ts';
import { explainEntry } from '../explanations/entry.ts';
import type { Explanation } from '../explanations/explanation.ts';
import { explainPerson } from '../explanations/person.ts';
import { explainSeverity } from '../explanations/severity.ts';
import type { Reading } from '../reading.ts';
import type { Session } from '../session.ts';
import type { Feature } from './feature.ts';

/** Says what the template wants of the heading or field under the pointer, what a parameter is, what a severity means, and what a configuration's key does. */
export const hover: Feature = { capabilities: { hoverProvider: true }, register };

function register({ connection, client, read }: Session): void {
  connection.onHover(
    answering(connection, 'Hover', null, async ({ textDocument, position }): Promise<Hover | null> => {
      const reading = await read(textDocument.uri);
      if (!reading) return null;
      const { lines } = reading;
      const explanation = await explanationAt(reading, lines.offsetAt(position));
      if (!explanation) return null;
      const kind = client.markdownHovers ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value: explanation.words }, range: rangeOf(lines, explanation.span) };
    }),
  );
}

async function explanationAt(
  { source, document, environment }: Reading,
  offset: number,
): Promise<Explanation | undefined> {
  if (document) {
    const { configuration } = environment;
    const now = Date.now();
    return (
      explainPerson(document, offset, configuration, now) ??
      explainEntry(document, offset, now) ??
      explain(document, offset, configuration)
    );
  }
  const isOfConfiguration = isConfiguration(source.path);
  if (!isOfConfiguration && !isTeamTemplate(source.path, environment.workspace.root)) return undefined;
  const { explainSettingsAt } = await import('../linter.ts');
  const found = explainSettingsAt(source, offset, environment);
  const manual = isOfConfiguration ? configurationManualUrl : templateManualUrl;
  return found && { ...found, words: `${found.words}\n\n[All keys](${manual})` };
}

function explain(document: IncidentDocument, offset: number, configuration: Configuration): Explanation | undefined {
  const field = document.fields.find(
    ({ labelSpan, valueSpan }) => touches(labelSpan, offset) || touches(valueSpan, offset),
  );
  if (field?.schema && field.style !== 'section') return explainField(field, offset, document, configuration);
  const parameter = explainParameterAt(document, offset);
  if (parameter) return parameter;
  const match = document.alignment.matches.find(({ section }) => touches(section.heading.span, offset));
  return match && { span: match.section.heading.span, words: explainSection(match.schema, document) };
}

function explainField(
  { schema, value, labelSpan, valueSpan }: Field,
  offset: number,
  document: IncidentDocument,
  { severities }: Configuration,
): Explanation | undefined {
  if (!schema) return undefined;
  const isSeverity = schema.type === 'severity' && touches(valueSpan, offset);
  const stated = isSeverity ? [value, readSeverity(value)?.name] : [];
  const level = severities.find(({ name }) => stated.includes(name));
  if (level) return { span: valueSpan, words: explainSeverity(document, level, severities) };
  const choices = schema.values.length > 0 ? `, one of: ${schema.values.join(', ')}` : '';
  const need = schema.required ? 'A required field' : 'An optional field';
  const form = schema.placeholder === '' || choices !== '' ? '' : `, written as \`${schema.placeholder}\``;
  return { span: labelSpan, words: `**${schema.label}**: ${need}${choices}${form}.` };
}

function explainSection({ heading, required, stub }: SectionSchema, { template }: IncidentDocument): string {
  const need = required ? 'A required section' : 'An optional section';
  return `**${heading}**: ${need} of the template \`${template.name}\`, which has there:\n\n${stub}`;
}
