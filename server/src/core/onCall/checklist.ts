import type { Configuration } from '../configuration/configuration.ts';
import { slugOf, type NewDocument } from '../edits/newDocument.ts';
import { at as placeAt } from '../text/span.ts';
import { personName, whoIsOnCall } from './teams.ts';

/**
 * The checklist of a week on call, to be checked off before, during and after it (S1): the team's items, and whose week it is
 * where a rotation says so. `at` is a moment of the week, in ms since 1970 UTC. A team that has no rotation is refused where
 * it is named.
 */
export function onCallChecklist(
  configuration: Configuration,
  team: string | undefined,
  at: number,
): NewDocument | { readonly reason: string } {
  const answer = whoIsOnCall(configuration, team, at);
  if ('reason' in answer && team !== undefined) return answer;
  const watch = 'reason' in answer ? undefined : answer.watch;
  const day = new Date(watch?.from ?? at).toISOString().slice(0, 10);
  const name = (person: string | undefined): string =>
    person === undefined ? 'nobody' : personName(configuration, person);
  const head = watch
    ? [
        `**Team:** ${watch.team}`,
        `**Primary:** ${name(watch.primary)}`,
        `**Secondary:** ${name(watch.secondary)}`,
        `**From:** ${minute(watch.from)}`,
        `**Until:** ${minute(watch.until)}`,
      ]
    : [];
  const phases = configuration.checklists.onCall.map(
    ({ title, items }) => `## ${title}\n\n${items.map((item) => `- [ ] ${item}`).join('\n')}`,
  );
  const title = `# On-call week of ${day}${watch ? `: ${watch.team}` : ''}`;
  const text = `${[title, ...(head.length > 0 ? [head.join('  \n')] : []), ...phases].join('\n\n')}\n`;
  const slug = watch ? `-${slugOf(watch.team, 'team')}` : '';
  return { text, fileName: `${day}-on-call${slug}.md`, place: placeAt(Math.max(0, text.indexOf('[ ]') + 1)) };
}

function minute(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
