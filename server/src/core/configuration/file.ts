import { joinPath } from '../text/path.ts';

const place = '.incident-docs/config.yaml';

/** Where a workspace, given its root, has its configuration. */
export function configurationPath(root: string): string {
  return joinPath(root, place);
}

/** Whether a path is that of a workspace's configuration. */
export function isConfiguration(path: string): boolean {
  return path.endsWith(`/${place}`);
}

/** Whether a path is a team's own folder or lies in it, so that what stands there settles how documents are read. */
export function isTeamSetting(path: string): boolean {
  return path.includes('/.incident-docs/') || path.endsWith('/.incident-docs');
}
