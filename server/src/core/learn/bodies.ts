import type { List, RootContent } from 'mdast';
import { fenceLanguage, isShell } from '../model/steps/languages.ts';
import { hasContent } from '../parse/content.ts';
import { spanOf } from '../parse/markdown.ts';
import type { Section } from '../parse/outline.ts';
import { readTable } from '../parse/table.ts';
import { mostFrequent } from './frequency.ts';
import type { Sighting } from './sectionNames.ts';

/** How what stands below a heading is written. */
export type BodyForm = 'paragraph' | 'bullets' | 'numbers' | 'tasks' | 'table' | 'nothing';

/** What documents have below a heading, before its subsections. */
export interface LearnedBody {
  readonly form: BodyForm;
  /** The columns of the table, for a body that is one. */
  readonly columns: readonly string[];
  /** The language of the shell block that most of them hold; undefined where they hold none. */
  readonly shell: string | undefined;
}

/** The form that most documents give a section. */
export function learnBody(sightings: readonly Sighting[]): LearnedBody {
  const form = mostFrequent(sightings.map(formOf)) ?? 'paragraph';
  const shells = sightings.flatMap(({ section }) => shellBelow(section) ?? []);
  return {
    form,
    columns: form === 'table' ? learnColumns(sightings) : [],
    shell: shells.length >= sightings.length / 2 ? (mostFrequent(shells) ?? 'bash') : undefined,
  };
}

function formOf({ section, specimen }: Sighting): BodyForm {
  const blocks = section.body.filter(hasContent);
  if (blocks.length === 0) return 'nothing';
  const table = blocks.find((block) => block.type === 'table');
  if (table) return 'table';
  const list = blocks.find((block): block is List => block.type === 'list');
  if (!list || lengthOf(list) < lengthOf({ ...list, position: positionOf(blocks) }) / 2) return 'paragraph';
  if (list.ordered) return 'numbers';
  const isTask = list.children.some((item) => typeof item.checked === 'boolean');
  return isTask && specimen.text !== '' ? 'tasks' : 'bullets';
}

function lengthOf(block: RootContent): number {
  const { start, end } = spanOf(block);
  return end - start;
}

/** From the first block to the last. */
function positionOf(blocks: readonly RootContent[]): List['position'] {
  const first = blocks[0]?.position;
  const last = blocks.at(-1)?.position;
  return first && last ? { start: first.start, end: last.end } : undefined;
}

/** The language of a section's first shell block, subsections included. */
function shellBelow(section: Section): string | undefined {
  for (const block of section.body) {
    if (block.type === 'code' && isShell(fenceLanguage(block.lang))) return fenceLanguage(block.lang);
    if (block.type !== 'list') continue;
    for (const item of block.children) {
      const code = item.children.find((child) => child.type === 'code' && isShell(fenceLanguage(child.lang)));
      if (code?.type === 'code') return fenceLanguage(code.lang);
    }
  }
  return section.children.map(shellBelow).find((language) => language !== undefined);
}

/** The header row that most tables have. */
function learnColumns(sightings: readonly Sighting[]): readonly string[] {
  const headers = sightings.flatMap(({ section, specimen }) => {
    const table = section.body.find((block) => block.type === 'table');
    const header = table && readTable(table, specimen.text)?.header.cells.map(({ words }) => words);
    return header ? [JSON.stringify(header)] : [];
  });
  const columns: readonly string[] = JSON.parse(mostFrequent(headers) ?? '[]');
  return columns;
}
