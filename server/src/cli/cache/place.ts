import { cacheFolder } from '../../cache/folder.ts';
import { absolutePath } from '../files/path.ts';

/** The folder in which a command, given its words, may keep results; undefined where it may not. */
export function cachePlace(words: readonly string[], workingFolder: string): string | undefined {
  const end = words.indexOf('--');
  const options = end < 0 ? words : words.slice(0, end);
  if (options.includes('--no-cache')) return undefined;
  const name = '--cache-location';
  const at = options.findLastIndex((word) => word === name || word.startsWith(`${name}=`));
  if (at < 0) return cacheFolder();
  const folder = options[at] === name ? options[at + 1] : options[at]?.slice(name.length + 1);
  return folder ? absolutePath(workingFolder, folder) : undefined;
}
