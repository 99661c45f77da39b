import { readdirSync, statSync, type Dirent } from 'node:fs';

/** Whether a path names a Markdown file. */
export function isMarkdownPath(path: string): boolean {
  return /\.(?:md|markdown)$/i.test(path);
}

/**
 * The absolute paths of the Markdown files below a folder, sorted. Links to folders are not followed, so no loop can catch
 * the walk; a folder that can't be listed is told to `failed`, and the walk goes on.
 */
export function markdownFilesBelow(
  folder: string,
  failed: (folder: string, error: unknown) => void,
): readonly string[] {
  const found: string[] = [];
  const visit = (at: string): void => {
    for (const entry of entriesOf(at, failed)) {
      const path = `${at === '/' ? '' : at}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!isIgnored(entry.name)) visit(path);
      } else if (isMarkdownPath(entry.name) && (entry.isFile() || leadsToFile(path, entry))) found.push(path);
    }
  };
  visit(folder);
  return found.toSorted();
}

function entriesOf(folder: string, failed: (folder: string, error: unknown) => void): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    failed(folder, error);
    return [];
  }
}

/** Dependencies, git's own files and what tools hide; a team's templates and configuration are documents like others. */
function isIgnored(folder: string): boolean {
  return folder === 'node_modules' || (folder.startsWith('.') && folder !== '.incident-docs');
}

/** A link that leads nowhere counts as a file, so that whoever reads it says so. */
function leadsToFile(path: string, entry: Dirent): boolean {
  if (!entry.isSymbolicLink()) return false;
  try {
    return statSync(path).isFile();
  } catch {
    return true;
  }
}
