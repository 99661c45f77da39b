import { isTeamSetting } from '../../core/configuration/file.ts';
import type { Session } from '../session.ts';
import { pathOfUri } from '../uri.ts';
import type { Feature } from './feature.ts';

/** How long typing must pause before all documents are judged by a changed configuration or template, in ms. */
const pause = 200;

/** Judges all documents anew while a team's configuration or template is being edited, saved or not. */
export const liveSettings: Feature = { capabilities: {}, register };

function register({ documents, filesChanged }: Session): void {
  const timers = new Map<string, NodeJS.Timeout>();
  const opened = new Set<string>();
  const changed = (uri: string, delay: number): void => {
    const path = pathOfUri(uri);
    if (!isTeamSetting(path)) return;
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => {
        timers.delete(uri);
        filesChanged([{ path, appeared: false }]);
      }, delay),
    );
  };
  documents.onDidChangeContent(({ document: { uri } }) => {
    // What has just been opened is as it was on the disk.
    if (opened.has(uri)) changed(uri, pause);
    opened.add(uri);
  });
  documents.onDidClose(({ document: { uri } }) => {
    opened.delete(uri);
    changed(uri, 0);
  });
}
