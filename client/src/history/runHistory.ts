import { EventEmitter, workspace, type Disposable, type Event, type LogOutputChannel, type Memento } from 'vscode';
import { maskRequest, type MaskParams, type MaskResult } from '../../../server/src/protocol/guards.ts';
import { isRefusal } from '../documents/answers.ts';
import type { FoundStep } from '../documents/steps.ts';
import type { LanguageServer } from '../languageServer.ts';
import type { StepResult } from '../terminal/stepResult.ts';
import type { EndedStep, StepRunner } from '../terminal/stepRunner.ts';
import { verdictOf } from '../ui/stepMark.ts';
import { originOf, type Origin } from './origin.ts';

/** A run as it is remembered. */
export interface RecordedRun extends Pick<StepResult, 'state' | 'exitCode' | 'startedAt' | 'durationMs' | 'reason'> {
  readonly uri: string;
  /** The runbook's path in the workspace, and its title. */
  readonly runbook: string;
  readonly title: string;
  readonly step: string;
  readonly stepId: string;
  readonly commit?: string;
  /** True where the runbook had changes that were not committed. */
  readonly edited: boolean;
  readonly who: string;
  /** What ran, secrets hidden. */
  readonly command: string;
}

/** A run of this session, with what only this session knows. */
export interface SessionRun {
  readonly run: RecordedRun;
  readonly ended: EndedStep;
}

const memory = 'incidentDocs.runHistory';
/** So many runs of a workspace are kept. */
const mostRuns = 500;
/** So many runs keep their output, until the window is closed. */
const mostOutputs = 20;
/** So much of a command is kept, in UTF-16 code units. */
const longestCommand = 4_000;

/** What was run in this workspace, when, by whom and how it ended; it outlives the window. */
export class RunHistory implements Disposable {
  readonly #server: LanguageServer;
  readonly #state: Memento;
  readonly #origins = new WeakMap<FoundStep['step'], Promise<Origin>>();
  readonly #session: SessionRun[] = [];
  readonly #recorded = new EventEmitter<SessionRun>();
  readonly #subscriptions: readonly Disposable[];
  /** One run is recorded after the other, so that none is lost. */
  #recording: Promise<void> = Promise.resolve();

  /** Fires once a run has been recorded. */
  readonly onDidRecord: Event<SessionRun> = this.#recorded.event;

  constructor(server: LanguageServer, state: Memento, steps: StepRunner, log: LogOutputChannel) {
    this.#server = server;
    this.#state = state;
    this.#subscriptions = [
      // What a step does to the repository comes after the commit that it is of.
      steps.onDidBegin(({ document, step }) => this.#origins.set(step, originOf(document))),
      steps.onDidEnd((ended) => {
        this.#recording = this.#recording
          .then(() => this.#record(ended))
          .catch((error: unknown) => log.error(`The run of "${ended.step.title}" could not be recorded.`, error));
      }),
    ];
  }

  /** All runs that are remembered, newest first. */
  async all(): Promise<readonly RecordedRun[]> {
    await this.#recording;
    return this.#runs().toReversed();
  }

  /** The last run of this session, of one step or of any. */
  async last(of?: FoundStep): Promise<SessionRun | undefined> {
    await this.#recording;
    return this.#session.findLast(
      ({ ended: { document, step } }) =>
        !of || (document.uri.toString() === of.document.uri.toString() && step.id === of.step.id),
    );
  }

  /** When a step was last run in this session and how that ended, in words; undefined where it was not. */
  async ranBefore(step: FoundStep): Promise<string | undefined> {
    const before = (await this.last(step))?.run;
    return before && `at ${before.startedAt.slice(11, 16)}Z (${verdictOf(before)})`;
  }

  /** Forgets all runs. */
  async clear(): Promise<void> {
    await this.#recording;
    this.#session.length = 0;
    await this.#state.update(memory, undefined);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#recorded.dispose();
  }

  #runs(): readonly RecordedRun[] {
    return this.#state.get<readonly RecordedRun[]>(memory, []);
  }

  async #record(ended: EndedStep): Promise<void> {
    const { document, step, result } = ended;
    const { commit, edited, who } = await (this.#origins.get(step) ?? originOf(document));
    const { state, exitCode, startedAt, durationMs, reason } = result;
    const run: RecordedRun = {
      uri: document.uri.toString(),
      runbook: workspace.asRelativePath(document.uri),
      title: step.document,
      step: step.title,
      stepId: step.id,
      ...(commit === undefined ? {} : { commit }),
      edited,
      who,
      state,
      ...(exitCode === undefined ? {} : { exitCode }),
      startedAt,
      durationMs,
      ...(reason === undefined ? {} : { reason: await this.masked(reason, ended.secrets) }),
      command: (await this.masked(result.command, ended.secrets)).slice(0, longestCommand),
    };
    this.#session.push({ run, ended });
    const old = this.#session.at(-mostOutputs - 1);
    if (old)
      this.#session[this.#session.length - mostOutputs - 1] = { ...old, ended: { ...old.ended, output: undefined } };
    await this.#state.update(memory, [...this.#runs(), run].slice(-mostRuns));
    this.#recorded.fire({ run, ended });
  }

  /** A text without the secrets that a step was given, and without what looks like one. */
  async masked(text: string, secrets: readonly string[]): Promise<string> {
    let plain = text;
    for (const secret of secrets.toSorted((a, b) => b.length - a.length))
      if (secret !== '') plain = plain.replaceAll(secret, '••••');
    const params: MaskParams = { text: plain };
    const answer = await this.#server.ask<MaskResult>(maskRequest, params);
    // What could not be looked through is not kept.
    return isRefusal(answer) ? '' : answer.text;
  }
}
