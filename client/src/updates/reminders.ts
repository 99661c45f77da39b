import { commands, window, type Disposable, type Memento } from 'vscode';
import type { LiveIncident } from '../../../server/src/protocol/channels.ts';
import { cadenceAt, updateText } from './cadence.ts';
import type { LiveIncidents } from './liveIncidents.ts';

/** How often due updates are looked for, in ms. */
const tick = 10_000;
/** How long a reminder that was put off keeps quiet, in minutes. */
const snooze = 10;
const memory = 'incidentDocs.reminders';

/** For each incident the promise that was reminded of, and until when nothing more is said of it. */
type Reminded = Readonly<Record<string, { readonly promise: string; readonly quietUntil: number | null }>>;

/** Reminds of each update that is due, once, or again where the person has put it off; in every live incident, at any hour. */
export function remind(live: LiveIncidents, workspaceState: Memento): Disposable {
  const look = (): void => {
    for (const incident of dueIncidents(live.all, workspaceState.get<Reminded>(memory, {}), Date.now())) {
      void say(incident, workspaceState);
    }
  };
  const timer = setInterval(look, tick);
  const subscription = live.onDidChange(look);
  return {
    dispose() {
      clearInterval(timer);
      subscription.dispose();
    },
  };
}

/** The incidents to be reminded of: their update is due, and nobody has been told, or has put it off until now. */
export function dueIncidents(all: readonly LiveIncident[], reminded: Reminded, now: number): readonly LiveIncident[] {
  return all.filter((incident) => {
    const { untilUpdate } = cadenceAt(incident, now);
    if (untilUpdate === undefined || untilUpdate > 0) return false;
    const last = reminded[incident.uri];
    if (last?.promise !== incident.nextUpdateAt) return true;
    return last?.quietUntil !== null && last !== undefined && last.quietUntil <= now;
  });
}

async function say(incident: LiveIncident, workspaceState: Memento): Promise<void> {
  await keep(incident, null, workspaceState);
  const { untilUpdate = 0 } = cadenceAt(incident, Date.now());
  const choice = await window.showWarningMessage(
    `${incident.severity ?? 'Incident'} ${incident.title}: ${updateText(untilUpdate)}.`,
    'Draft Update',
    `Snooze ${snooze} min`,
  );
  if (choice === 'Draft Update') await commands.executeCommand('incidentDocs.draftStatusUpdate', { uri: incident.uri });
  else if (choice !== undefined) await keep(incident, Date.now() + snooze * 60_000, workspaceState);
}

async function keep(
  { uri, nextUpdateAt = '' }: LiveIncident,
  quietUntil: number | null,
  workspaceState: Memento,
): Promise<void> {
  const reminded = workspaceState.get<Reminded>(memory, {});
  await workspaceState.update(memory, { ...reminded, [uri]: { promise: nextUpdateAt, quietUntil } });
}
