import { firstThat } from '../../text/ordered.ts';
import { sectionAt, type Outline, type Section } from '../../parse/outline.ts';
import { normalizeLabel } from '../../schema/label.ts';
import { contains, type Span } from '../../text/span.ts';
import type { Step } from '../document.ts';

/** Headings of which a responder takes one: "Option 1: Scale up", "Alternative: Restart". */
const choice = /^(?:option|alternative|scenario|case|variant|approach|method|workaround)\b/;
/** Headings of what is done only once something else has failed. */
const lastResort =
  /\broll(?:ing)?[ -]?back\b|\bback(?:ing)?[ -]?out\b|\brevert\b|\bundo\b|\b(?:if|when) (?:this|that|it|the step) (?:fails|does ?n[o']?t (?:work|help))\b/;

/** Whether the sections below one are ways to choose among, so that nobody takes them all in turn. */
export function areAlternatives({ children }: Section): boolean {
  return children.filter(isOption).length > 1;
}

function isOption({ heading }: Section): boolean {
  return choice.test(normalizeLabel(heading.text));
}

/** Steps in the order in which they are taken, and the section before which somebody has to choose. */
export interface Course {
  readonly steps: readonly Step[];
  readonly choice: Section | undefined;
  /** The sections whose steps are passed over, because they are for when something has failed. */
  readonly leftOut: readonly Section[];
}

/** The steps of a section, those of its sub-sections included, up to where it leaves a choice. */
export function stepsOfSection(section: Section, steps: readonly Step[], outline: Outline): Course {
  const inside = stepsWithin(section.span, steps);
  return upToChoice(inside, outline, choicesAround(section), lastResortAround(section) !== undefined);
}

/**
 * The steps from one on. Of alternatives only the one in which it begins is taken; what is done only once something has
 * failed is left out; and where alternatives follow, it ends before them.
 */
export function stepsFrom(first: Step, steps: readonly Step[], outline: Outline): Course {
  const behind = steps.slice(steps.indexOf(first));
  const around = choicesAround(first.section);
  const isChosen = ({ section }: Step): boolean =>
    [...choicesAround(section)].every(([parent, option]) => (around.get(parent) ?? option) === option);
  return upToChoice(behind.filter(isChosen), outline, around, lastResortAround(first.section) !== undefined);
}

/** The options in which a section lies, by the section that leaves the choice. */
function choicesAround(section: Section | undefined): ReadonlyMap<Section, Section> {
  const found = new Map<Section, Section>();
  for (let part = section; part?.parent; part = part.parent)
    if (isOption(part) && areAlternatives(part.parent)) found.set(part.parent, part);
  return found;
}

function upToChoice(
  steps: readonly Step[],
  outline: Outline,
  taken: ReadonlyMap<Section, Section>,
  keepsLastResorts: boolean,
): Course {
  const course: Step[] = [];
  const leftOut = new Set<Section>();
  for (const step of steps) {
    const section = sectionAt(outline, step.span.start);
    const passed = keepsLastResorts ? undefined : lastResortAround(section);
    if (passed) {
      leftOut.add(passed);
      continue;
    }
    const open = [...choicesAround(section).keys()].findLast((parent) => !taken.has(parent));
    if (open) return { steps: course, choice: open, leftOut: [...leftOut] };
    course.push(step);
  }
  return { steps: course, choice: undefined, leftOut: [...leftOut] };
}

/**
 * The section for when a step has failed that is nearest to it among the headings: below its own heading, else below the
 * next one above; of several the first behind the step. Undefined where the step stands in such a section itself.
 */
export function sectionAfterFailure(step: Step, outline: Outline): Section | undefined {
  if (lastResortAround(step.section)) return undefined;
  const all = outline.allSections.filter(({ heading }) => lastResort.test(normalizeLabel(heading.text)));
  for (let part = step.section; ; part = part.parent) {
    // What stands below the heading of another step is for when that one fails.
    const isNear = ({ span, parent }: Section): boolean =>
      parent === part || (part === step.section && part !== undefined && contains(part.span, span));
    const inside = all.filter(isNear);
    const found = inside.find(({ span }) => span.start >= step.span.end) ?? inside.at(-1);
    if (found || !part) return found;
  }
}

/** The outermost section around one that is for when something has failed; an option that somebody has chosen is not. */
function lastResortAround(section: Section | undefined): Section | undefined {
  let found: Section | undefined;
  for (let part = section; part; part = part.parent) {
    if (lastResort.test(normalizeLabel(part.heading.text)) && !isOption(part)) found = part;
  }
  return found;
}

/** The steps within a span, found by halving: a long document has many sections. */
function stepsWithin({ start, end }: Span, steps: readonly Step[]): readonly Step[] {
  const firstFrom = (offset: number): number => firstThat(steps, ({ span }) => span.start >= offset);
  return steps.slice(firstFrom(start), firstFrom(end));
}

/** The outermost section around one. */
export function outermost(section: Section): Section {
  return section.parent ? outermost(section.parent) : section;
}
