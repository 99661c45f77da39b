// What the client and the server say to each other beyond the Language Server Protocol. This file imports nothing.

/** A zero-based place; `character` counts UTF-16 code units. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WireTextEdit {
  readonly range: WireRange;
  readonly newText: string;
}

/** An answer that says why there is none, in one sentence for the person who asked. */
export interface Refusal {
  readonly reason: string;
}

export type WireKind = 'runbook' | 'incident' | 'postmortem';

/** Server → client, whenever a document has been read: what it is. */
export const documentStatusNotification = 'incidentDocs/documentStatus';
export interface DocumentStatus {
  readonly uri: string;
  readonly version: number | null;
  /** Undefined for Markdown that is none of our documents. */
  readonly kind?: WireKind;
  readonly template?: string;
  readonly title?: string;
  /** What the document's own fields say: `SEV-2`, `Investigating`. */
  readonly severity?: string;
  readonly status?: string;
  /** True for a live incident document that is neither resolved nor closed. */
  readonly live?: boolean;
  /** When a live incident began, and when stakeholders hear next, as ISO 8601. */
  readonly startedAt?: string;
  readonly nextUpdateAt?: string;
  /** True for an incident that is over and still wants its postmortem, and the day by which: `2024-01-17`. */
  readonly awaitsReview?: boolean;
  readonly reviewBy?: string;
}

/** Client → server: the edit that gives a document a kind and a template, by its front matter. */
export const setKindRequest = 'incidentDocs/setKind';
export interface SetKindParams {
  readonly uri: string;
  readonly kind: WireKind;
  readonly template?: string;
}
export interface SetKindResult {
  readonly version: number | null;
  readonly edits: readonly WireTextEdit[];
}

/** Client → server: what the prompts offer. */
export const catalogRequest = 'incidentDocs/catalog';
export interface CatalogParams {
  /** The document that it is for, which need not be there yet: the settings nearest to it hold. */
  readonly uri?: string;
}
export interface Catalog {
  readonly severities: readonly {
    readonly name: string;
    readonly title: string;
    readonly criteria: readonly string[];
  }[];
  readonly templates: readonly { readonly kind: WireKind; readonly name: string }[];
  /** The URIs of the folders in which the team's configuration has the documents of a kind, where it says so. */
  readonly folders: Readonly<Partial<Record<WireKind, string>>>;
  readonly statuses: readonly string[];
  /** The kinds of timeline entry: detected, action, decision, communication … */
  readonly entryKinds: readonly string[];
  readonly triggers: readonly string[];
}

/** Client → server: the text of a new live incident document. */
export const newIncidentRequest = 'incidentDocs/newIncident';
export interface NewIncidentParams {
  readonly title: string;
  readonly severity: string;
  /** Why it is of this severity, in Markdown. */
  readonly reason?: string;
  readonly services: readonly string[];
  readonly commander?: string;
  /** How it came to light: user report, automated alert, technical staff. */
  readonly trigger?: string;
  readonly template?: string;
  /** ISO 8601. */
  readonly at: string;
  /** The payload of the alert that made it known, as JSON. */
  readonly payload?: string;
  /** The folder that the document will stand in: links to runbooks start there, and the settings nearest to it hold. */
  readonly folder?: string;
}
export interface NewIncidentResult {
  readonly text: string;
  /** `2024-01-15-high-error-rate.md` */
  readonly fileName: string;
  /** Where a person goes on writing: in the summary. */
  readonly caret: WirePosition;
  /** The runbooks for the alert. */
  readonly runbooks: readonly { readonly uri: string; readonly title: string }[];
}

/** Client → server: the edit that adds a timeline entry in the document's own form, zone and order. */
export const timelineEntryRequest = 'incidentDocs/timelineEntry';
export interface TimelineEntryParams {
  readonly uri: string;
  readonly text: string;
  /** ISO 8601. */
  readonly at: string;
  readonly kind?: string;
}
export interface TimelineEntryResult {
  readonly version: number | null;
  readonly edits: readonly WireTextEdit[];
  /** Where the entry stands once the edits are made. */
  readonly line: number;
  /** The end of the entry's text once the edits are made. */
  readonly caret: WirePosition;
}

/** A value that a step needs before it can run, with what the document says of it. */
export interface WireParameter {
  /** As the step writes it: `pod` of `<pod>`, `POD` of `$POD`. */
  readonly name: string;
  /** The same for all ways in which a name is written: `pod`. */
  readonly key: string;
  readonly description?: string;
  readonly default?: string;
  /** A regular expression that a value matches as a whole. */
  readonly pattern?: string;
  /** The only values that it may have; empty where it may have any. */
  readonly choices: readonly string[];
  readonly secret: boolean;
}

/** Client → server: the step whose block, or whose section, holds a line. */
export const stepAtRequest = 'incidentDocs/stepAt';
export interface StepAtParams {
  readonly uri: string;
  readonly line: number;
}
export interface StepAtResult {
  readonly version: number | null;
  readonly id: string;
  readonly title: string;
  /** The runbook's title, for the terminal's name. */
  readonly document: string;
  /** The fence's language in lower case; empty where it has none. */
  readonly language: string;
  /** Exactly what runs. */
  readonly command: string;
  readonly runnable: boolean;
  /** Why it can't be run, where `runnable` is false. */
  readonly reason?: string;
  readonly range: WireRange;
  /** For each line of `command` the line of the document on which it stands. */
  readonly lines: readonly number[];
  /** The program that runs a block that no shell reads: `python3`. */
  readonly interpreter?: string;
  /** What it needs to be given before it runs, each value once. */
  readonly parameters: readonly WireParameter[];
  /** The front matter's `cwd`, as written. */
  readonly cwd?: string;
}

/** Client → server: the steps of a document that can run, in the order in which they are taken. */
export const stepsRequest = 'incidentDocs/steps';
export interface StepsParams {
  readonly uri: string;
  /** All of them; those of the section around `line`; or those from the one at `line` on. */
  readonly scope: 'document' | 'section' | 'fromHere';
  readonly line: number;
}
export interface StepsResult {
  readonly version: number | null;
  /** The runbook's title. */
  readonly document: string;
  readonly steps: readonly ListedStep[];
  /** What is not among them, as a sentence for the person: a choice that the document leaves, a rollback. */
  readonly leftOut?: string;
}
export interface ListedStep extends StepAtResult {
  /** Its number among the steps of the document that can run, from 1. */
  readonly number: number;
  /** The heading of the outermost section that holds it; empty before the first. */
  readonly section: string;
  /** The zero-based line of that heading; 0 before the first. */
  readonly sectionLine: number;
}

/** Client → server: the live incident documents of the workspace, newest first. */
export const liveIncidentsRequest = 'incidentDocs/liveIncidents';
export interface LiveIncident {
  readonly uri: string;
  readonly title: string;
  readonly severity?: string;
  readonly status?: string;
  /** ISO 8601. */
  readonly startedAt?: string;
  readonly nextUpdateAt?: string;
}

/** The commands that the server's code lenses name; their argument is a `StepArgument`, and for `runStep` the step's id is a second one. */
export const runStepCommand = 'incidentDocs.runStep';
export const copyStepCommand = 'incidentDocs.copyStep';
export const runSectionCommand = 'incidentDocs.runSection';
export const showBacklinksCommand = 'incidentDocs.showBacklinks';
export interface StepArgument {
  readonly uri: string;
  readonly line: number;
}
