import { frontMatterText } from '../parse/frontMatter.ts';
import type { DocumentKind } from '../schema/vocabulary.ts';
import type { Position } from '../text/lineIndex.ts';
import type { Span } from '../text/span.ts';
import { statedAlerts } from './alertNames.ts';
import type { ActionItem, IncidentDocument, Link, Step } from './document.ts';
import { dateField, headerField } from './fields.ts';
import { isoDate } from './timeline/calendar.ts';
import { dateFromPath, dateFromTitle } from './timeline/documentDate.ts';
import type { Milestone } from './timeline/timeline.ts';
import { readDate } from './values/date.ts';

/** A place in a document, in lines and characters: it outlives the text that it was read from. */
export interface FactRange {
  readonly start: Position;
  readonly end: Position;
}

/** An action item, as far as other documents and reports want to know of it. */
export interface ActionFact {
  readonly text: string;
  readonly owner: string | undefined;
  /** As it is written. */
  readonly due: string | undefined;
  /** `2024-02-01`; undefined where the due date is none that can be read. */
  readonly dueDay: string | undefined;
  readonly status: string | undefined;
  readonly state: ActionItem['state'];
  readonly ticket: string | undefined;
  readonly range: FactRange;
}

/** A link to a file of the workspace. */
export interface LinkFact {
  /** The file's path, from the workspace's folder on. */
  readonly to: string;
  readonly range: FactRange;
}

/**
 * What is kept of a document once it has been read: plain data, small, that can be sent to another thread or written to a
 * disk. Rules about several documents, reports, backlinks and lists of the workspace read these and never a tree.
 */
export interface DocumentFacts {
  /** Absolute path with forward slashes. */
  readonly path: string;
  readonly kind: DocumentKind;
  readonly template: string;
  /** The title's words without the kind's prefix. */
  readonly title: string | undefined;
  readonly stage: IncidentDocument['stage'];
  /** What its own fields say, as written. */
  readonly id: string | undefined;
  readonly severity: string | undefined;
  readonly status: string | undefined;
  readonly services: readonly string[];
  /** The day it is about: of its date, its title or its file's name, as `2024-01-15`. */
  readonly day: string | undefined;
  /** The earliest moment of the timeline, in ms since 1970 UTC. */
  readonly startedAt: number | undefined;
  /** When each milestone was reached, in ms since 1970 UTC, as far as the timeline says so. */
  readonly milestones: Readonly<Partial<Record<Milestone, number>>>;
  readonly actionItems: readonly ActionFact[];
  readonly links: readonly LinkFact[];
  /** The alerts that a runbook is for. */
  readonly alerts: readonly string[];
  /** The steps that can run, by their titles. */
  readonly steps: readonly { readonly title: string; readonly range: FactRange }[];
  /** What tells the events of an incident's alert from those of others. */
  readonly alertKey: string | undefined;
}

/** The facts of a document. */
export function documentFacts(document: IncidentDocument): DocumentFacts {
  const { path, kind, template, title, stage, fields, timeline, lines } = document;
  const stated = (...labels: readonly string[]): string | undefined =>
    labels.map((label) => headerField(fields, label)?.value).find((value) => value !== undefined && value !== '');
  const rangeOf = ({ start, end }: Span): FactRange => ({
    start: lines.positionAt(start),
    end: lines.positionAt(end),
  });
  const moments = timeline?.entries.flatMap(({ at }) => at ?? []) ?? [];
  return {
    path,
    kind,
    template: template.name,
    title: title?.subject,
    stage,
    id: stated('Incident ID', 'ID', 'Incident'),
    severity: stated('Severity'),
    status: stated('Status'),
    services: namesIn(stated('Services', 'Affected Services', 'Service') ?? ''),
    day: dayOf(document),
    startedAt: moments.length > 0 ? moments.reduce((earliest, moment) => Math.min(earliest, moment)) : undefined,
    milestones: timeline?.reached ?? {},
    actionItems: document
      .each(plainAction, document.actionItems)
      .map(({ fact, textSpan }) => ({ ...fact, range: rangeOf(textSpan) })),
    links: document
      .each(toFile, document.links)
      .map(({ lookedFor, span }) => ({ to: lookedFor ?? '', range: rangeOf(span) })),
    alerts: kind === 'runbook' ? statedAlerts(document).map(({ name }) => name) : [],
    steps: kind === 'postmortem' ? [] : stepsThatRun(document),
    alertKey: kind === 'incident' ? frontMatterText(document.frontMatter, 'alertKey') : undefined,
  };
}

function plainAction({ text, owner, due, status, state, ticket, textSpan }: ActionItem) {
  const fact = {
    text,
    owner: owner?.value || undefined,
    due: due?.value || undefined,
    dueDay: due ? readDate(due.value)?.iso : undefined,
    status: status?.value || undefined,
    state,
    ticket: ticket?.value,
  };
  return [{ fact, textSpan }];
}

function stepsThatRun({ steps, lines, each }: IncidentDocument): DocumentFacts['steps'] {
  const running = each(thatRuns, steps);
  return lines.linesOf(running, ({ fenceSpan }) => fenceSpan.start, factOf);
}

function factOf({ title, fenceSpan }: Step, line: number, lineStart: number): DocumentFacts['steps'][number] {
  const start = { line, character: fenceSpan.start - lineStart };
  return { title, range: { start, end: { line, character: fenceSpan.end - lineStart } } };
}

function toFile(link: Link): readonly Link[] {
  return link.lookedFor === undefined ? [] : [link];
}

function thatRuns(step: Step): readonly Step[] {
  return step.runnable ? [step] : [];
}

function namesIn(list: string): string[] {
  return list.split(/[,;]/).flatMap((name) => name.trim() || []);
}

function dayOf({ fields, title, path, recall }: IncidentDocument): string | undefined {
  const stated = recall(readDate, dateField(fields)?.value ?? '')?.iso;
  if (stated !== undefined) return stated;
  const named = (title && recall(dateFromTitle, title.subject)) ?? recall(dateFromPath, path);
  return named && isoDate(named);
}
