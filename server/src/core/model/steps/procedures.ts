import type { RootContent } from 'mdast';
import type { Section } from '../../parse/outline.ts';
import { walk, wordsOf } from '../../parse/walk.ts';
import type { IncidentDocument } from '../document.ts';

/** Sections in which a runbook tells what to do. */
const roles: ReadonlySet<string> = new Set(['investigation', 'mitigation']);

/** The parts of a runbook's investigation and resolution that are one step each: their sub-sections without further ones. */
export function procedures({ alignment }: IncidentDocument): Section[] {
  const found = new Set<Section>();
  for (const { schema, section } of alignment.matches) {
    if (roles.has(schema.role)) for (const child of section.children) addLeaves(child, found);
  }
  return [...found].toSorted((a, b) => a.span.start - b.span.start);
}

function addLeaves(section: Section, found: Set<Section>): void {
  if (section.children.length === 0) found.add(section);
  else for (const child of section.children) addLeaves(child, found);
}

/** Words for what is done, or seen, in a web page. */
const onPage =
  /\b(?:(?:web|aws|azure|admin|management|cloud|openshift|dashboard) console|clicks?|select (?:the|an?)|navigate to|head to|drop-?down|menu)\b/i;

/** Whether a section gives something to do it with: a block, code in its words, a link, a picture, a table, a page. */
export function givesMeans(section: Section): boolean {
  return (
    section.body.some((node) => holds(node, ['code', 'inlineCode', 'link', 'linkReference', 'image', 'table'])) ||
    onPage.test(wordsOfSection(section))
  );
}

function holds(root: RootContent, types: readonly string[]): boolean {
  let found = false;
  walk(root, (node) => {
    found ||= types.includes(node.type);
    return undefined;
  });
  return found;
}

/** What a section says in words, its blocks left out. */
export function wordsOfSection({ body }: Section): string {
  return body
    .filter((node) => node.type !== 'code')
    .map(wordsOf)
    .join(' ');
}
