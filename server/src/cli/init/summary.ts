import { completeDocuments, fewest, type Group } from '../../core/learn/groups.ts';
import type { LearnedPart } from '../../core/learn/form.ts';
import type { Lesson } from '../../core/learn/learn.ts';
import { globOf } from '../../core/learn/places.ts';
import { plurals } from '../../core/learn/writeConfiguration.ts';
import type { Palette } from '../terminal.ts';

/** What was found, for a person. */
export function summaryOf({ groups, read }: Lesson, { strong, faint }: Palette): string {
  const files = read === 1 ? '1 Markdown file' : `${read} Markdown files`;
  if (groups.length === 0) {
    return `Read ${files}; none looks like a runbook, an incident document or a postmortem, so the default templates hold.
If there are some, name their folder and say what it holds: incident-docs init docs/ops --kind runbook
`;
  }
  return `Read ${files}.\n\n${groups.map((group) => describe(group, strong, faint)).join('\n')}`;
}

function describe(group: Group, strong: Palette['strong'], faint: Palette['faint']): string {
  const { kind, specimens, places, form } = group;
  const count = specimens.length;
  const head = `  ${strong(`${count} ${count === 1 ? plurals[kind].replace(/s$/, '') : plurals[kind]}`)} ${faint(`in ${places.map(globOf).join(', ')}`)}\n`;
  if (count < fewest) return `${head}    too few to learn a form from, so the default template holds\n`;
  if (!form) return `${head}    no section that many of them have, so each keeps its own form\n`;
  const parts = form.sections.flatMap(withChildren);
  return [
    head,
    line(
      'required',
      parts.filter(({ required }) => required).map(({ heading }) => heading),
    ),
    line(
      'optional',
      parts.filter(({ required }) => !required).map(({ heading }) => heading),
    ),
    line(
      'fields',
      form.fields.map(({ label }) => label),
    ),
    `    ${completeDocuments(group)} of them have all that is required\n`,
  ].join('');
}

function line(name: string, words: readonly string[]): string {
  return words.length === 0 ? '' : `    ${`${name}:`.padEnd(10)}${words.join(' · ')}\n`;
}

function withChildren(part: LearnedPart): readonly LearnedPart[] {
  return [part, ...part.children.flatMap(withChildren)];
}
