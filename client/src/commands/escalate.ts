import { window } from 'vscode';
import type { Refusal } from '../../../server/src/protocol/channels.ts';
import type { EscalationLevel } from '../../../server/src/protocol/onCall.ts';
import { isRefusal } from '../documents/answers.ts';
import { findTimeline, writeEntry } from '../documents/timelineEntries.ts';
import { documentIn, lineIn, readAnswers, textIn } from './answers.ts';
import type { Command } from './command.ts';
import { findOnCall } from './whoIsOnCall.ts';

interface Escalated {
  /** From 1. */
  readonly level: number;
  /** The handle or address of whoever is to be paged; null where the configuration names nobody. */
  readonly person: string | null;
  /** The minutes that the level has to answer before the next one is to be paged. */
  readonly after: number;
}

/** Names whom to page at a level of the escalation, and writes into the incident's timeline that it was done. */
export const escalate: Command = {
  id: 'incidentDocs.escalate',
  title: 'Escalate',
  async run(context, given): Promise<Escalated | Refusal | undefined> {
    const answers = readAnswers(given, ['team', 'level', 'uri']);
    const at = new Date().toISOString();
    const found = await findOnCall(context, textIn(answers, 'team'), at, this.title);
    if (found === undefined || isRefusal(found)) return found;
    const wanted = lineIn(answers, 'level');
    const level =
      wanted === undefined
        ? await askLevel(found.escalation)
        : found.escalation.find(({ level: own }) => own === wanted);
    if (level === undefined) {
      return wanted === undefined
        ? undefined
        : { reason: `There is no level ${wanted}; the levels of the escalation are 1 to ${found.escalation.length}.` };
    }
    const named = documentIn(answers, 'uri');
    const incident = named ?? (await context.activeIncident.find());
    if (incident) {
      const document = await findTimeline(context, incident);
      if (isRefusal(document)) return document;
      const written = await writeEntry(context, document, { text: `Escalated to ${inWords(level)}`, at });
      if (isRefusal(written)) return written;
    }
    void window.showInformationMessage(
      `Page ${inWords(level)}. Without an answer within ${level.after} min, page ${nextLevel(found.escalation, level)}.`,
    );
    return { level: level.level, person: level.person?.id ?? null, after: level.after };
  },
};

async function askLevel(levels: readonly EscalationLevel[]): Promise<EscalationLevel | undefined> {
  const items = levels.map((level) => ({
    label: `${level.level}. ${level.name}`,
    description: level.person?.name ?? '',
    detail: `Has ${level.after} min to answer`,
    level,
  }));
  const picked = await window.showQuickPick(items, {
    title: 'Escalate',
    placeHolder: 'To whom?',
    ignoreFocusOut: true,
  });
  return picked?.level;
}

/** Whom the page goes to when nobody answers; after the last level, somebody must be found by other means. */
function nextLevel(levels: readonly EscalationLevel[], { level }: EscalationLevel): string {
  const next = levels.find((each) => each.level === level + 1);
  return next ? inWords(next) : 'them again, or call somebody by telephone';
}

/** `Wei Lin (wei), Secondary on-call` */
function inWords({ name, person }: EscalationLevel): string {
  return person === null ? name : `${person.name}, ${name}`;
}
