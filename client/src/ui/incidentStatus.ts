import { MarkdownString, StatusBarAlignment, ThemeColor, Uri, window, type Disposable } from 'vscode';
import type { LiveIncident } from '../../../server/src/protocol/channels.ts';
import type { ActiveIncident } from '../documents/activeIncident.ts';
import { cadenceAt, statusText, updateText, type Cadence } from '../updates/cadence.ts';
import type { LiveIncidents } from '../updates/liveIncidents.ts';

/** How often the minutes are counted anew, in ms. */
const tick = 10_000;

/** Shows the active incident in the status bar: severity, how long it lasts, and when stakeholders hear next. */
export function showIncident(activeIncident: ActiveIncident, live: LiveIncidents): Disposable {
  const item = window.createStatusBarItem('incidentDocs.incident', StatusBarAlignment.Left, 100);
  item.name = 'Incident';
  item.command = 'incidentDocs.incidentActions';
  const show = (): void => {
    const incident = shownIncident(activeIncident, live.all);
    if (!incident) {
      item.hide();
      return;
    }
    const cadence = cadenceAt(incident, Date.now());
    const isDue = cadence.untilUpdate !== undefined && cadence.untilUpdate <= 0;
    item.text = `$(flame) ${statusText(incident.severity, cadence)}`;
    item.tooltip = tooltip(incident, cadence, live.all);
    item.accessibilityInformation = { label: `Incident ${incident.title}: ${statusText(incident.severity, cadence)}` };
    item.backgroundColor = isDue ? new ThemeColor('statusBarItem.warningBackground') : undefined;
    item.show();
  };
  const timer = setInterval(show, tick);
  const subscriptions = [item, live.onDidChange(show), activeIncident.onDidChange(show)];
  return {
    dispose() {
      clearInterval(timer);
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** The active incident where it is live, else the newest live one. */
export function shownIncident(
  { active }: Pick<ActiveIncident, 'active'>,
  all: readonly LiveIncident[],
): LiveIncident | undefined {
  return all.find(({ uri }) => Uri.parse(uri).toString() === active?.toString()) ?? all[0];
}

function tooltip(incident: LiveIncident, cadence: Cadence, all: readonly LiveIncident[]): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`${incident.title}\n${incident.status ?? ''}`);
  if (cadence.untilUpdate !== undefined)
    text.appendText(`\nThe stakeholders hear next: ${updateText(cadence.untilUpdate)}`);
  const others = all.filter((other) => other !== incident);
  if (others.length > 0) text.appendText(`\nAlso live: ${others.map(({ title }) => title).join(', ')}`);
  return text;
}
