import type { List, RootContent } from 'mdast';
import type { Configuration } from '../../configuration/configuration.ts';
import { spanOf } from '../../parse/markdown.ts';
import { wordsOf } from '../../parse/walk.ts';
import { normalizeLabel } from '../../schema/label.ts';
import type { Span } from '../../text/span.ts';
import type { IncidentDocument } from '../document.ts';

/** A part of the response's checklist as a document has it. */
export interface ChecklistPhase {
  /** Where its title stands. */
  readonly titleSpan: Span;
  readonly done: number;
  readonly all: number;
  /** The minutes from the declaration of the incident by which it should be done. */
  readonly until: number;
}

/** The parts of the team's response checklist that a document has, in document order. */
export function checklistPhases(document: IncidentDocument, { checklists }: Configuration): ChecklistPhase[] {
  const untilOf = new Map(checklists.response.map(({ title, until }) => [normalizeLabel(title), until]));
  return document.outline.allSections.flatMap(({ heading, body }) => {
    const titles: readonly (readonly [words: string, titleSpan: Span, next: RootContent | undefined])[] = [
      [heading.text, heading.span, body.find(({ type }) => type === 'list')],
      ...body.map((node, index) => {
        const words = node.type === 'paragraph' ? wordsOf(node) : '';
        return [words, spanOf(node), body[index + 1]] as const;
      }),
    ];
    return titles.flatMap(([words, titleSpan, next]): ChecklistPhase[] => {
      const until = untilOf.get(normalizeLabel(words));
      const boxes = until !== undefined && next?.type === 'list' ? boxesOf(next) : [];
      if (until === undefined || boxes.length === 0) return [];
      return [{ titleSpan, done: boxes.filter((checked) => checked).length, all: boxes.length, until }];
    });
  });
}

function boxesOf({ children }: List): boolean[] {
  return children.flatMap(({ checked }) => checked ?? []);
}
