import { normalizeLabel } from '../schema/label.ts';
import type { Template } from '../schema/template.ts';
import type { LearnedForm, LearnedPart } from './form.ts';
import { writeBody, writeEntries, writeFields } from './writeBody.ts';
import { asWord } from './yamlWords.ts';

/**
 * Writes a form as a template: the Markdown that a new document starts from, with what Markdown cannot say in its front
 * matter. The built-in templates lend their placeholders.
 */
export function writeTemplate(form: LearnedForm, templates: readonly Template[]): string {
  const parts = form.sections.flatMap(withChildren);
  const front = [
    '---',
    ...refinementsOf(form, parts),
    ...form.frontMatter.map(([key, value]) => `${key}: ${value}`),
    '---',
  ];
  const blocks = [
    ...(form.title === undefined ? [] : [`# ${form.title}`]),
    ...writeOwnTimeline(form, parts),
    ...writeFields(form.fields),
    ...form.sections.flatMap((section) => writeSection(section, undefined, form, templates)),
  ];
  return `${front.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

function withChildren(part: LearnedPart): readonly LearnedPart[] {
  return [part, ...part.children.flatMap(withChildren)];
}

/** A timeline in the header, below a label of its own. */
function writeOwnTimeline({ timeline }: LearnedForm, parts: readonly LearnedPart[]): readonly string[] {
  if (timeline?.introduction === undefined || parts.some(({ role }) => role === 'timeline')) return [];
  const isBullet = /^[-*+] /.test(timeline.introduction);
  const entries = writeEntries(timeline).join('\n');
  return [
    isBullet ? `${timeline.introduction}\n${entries.replace(/^/gm, '  ')}` : `${timeline.introduction}\n\n${entries}`,
  ];
}

function writeSection(
  part: LearnedPart,
  above: LearnedPart | undefined,
  form: LearnedForm,
  templates: readonly Template[],
): readonly string[] {
  return [
    `${'#'.repeat(part.level)} ${part.heading}`,
    ...writeBody(part, above, form, templates),
    ...part.children.flatMap((child) => writeSection(child, part, form, templates)),
  ];
}

function refinementsOf({ kind, fields }: LearnedForm, parts: readonly LearnedPart[]): readonly string[] {
  const sections = parts.flatMap((part) => {
    const refined = [
      ...(part.roleIsOwn ? [`role: ${asWord(part.role)}`] : []),
      ...(part.required ? [] : ['optional: true']),
      ...(part.anyOrder ? ['anyOrder: true'] : []),
      ...synonymsOf(part.synonyms),
    ];
    return refined.length > 0 ? [`    ${asWord(part.heading)}: { ${refined.join(', ')} }`] : [];
  });
  const ofSections = new Set(parts.flatMap((part) => part.fields.map(({ label }) => normalizeLabel(label))));
  const labels = fields.flatMap(({ label, required, synonyms }) => {
    const refined = [
      ...(required || ofSections.has(normalizeLabel(label)) ? [] : ['optional: true']),
      ...synonymsOf(synonyms),
    ];
    return refined.length > 0 ? [`    ${asWord(label)}: { ${refined.join(', ')} }`] : [];
  });
  return [
    'template:',
    `  kind: ${kind}`,
    ...(sections.length > 0 ? ['  sections:', ...sections] : []),
    ...(labels.length > 0 ? ['  fields:', ...labels] : []),
  ];
}

function synonymsOf(synonyms: readonly string[]): readonly string[] {
  return synonyms.length > 0 ? [`synonyms: [${synonyms.map(asWord).join(', ')}]`] : [];
}
