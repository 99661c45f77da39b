import { applyEdits } from '../../core/edits/apply.ts';
import { followRename, type FileRename } from '../../core/edits/followRename.ts';
import { LineIndex } from '../../core/text/lineIndex.ts';
import { folderOf, joinPath } from '../../core/text/path.ts';
import type { Environments } from '../environments.ts';
import { isFailure } from '../failure.ts';
import { moveFile } from '../files/move.ts';
import { shownPath } from '../files/path.ts';
import { readSource } from '../files/read.ts';
import { hasCode, reasonOf } from '../files/reason.ts';
import { replaceFile } from '../files/replace.ts';
import type { Terminal } from '../terminal.ts';
import type { CheckedFile } from './report.ts';

type Complain = (sentence: string) => void;

/**
 * Renames the files whose corrections ask for it, one after the other, and lets the links of their workspaces follow. What
 * stands in the way is told to `complain`, and that file keeps its name.
 */
export async function renameFiles(
  files: readonly CheckedFile[],
  { workingFolder, note }: Pick<Terminal, 'workingFolder' | 'note'>,
  environments: Environments,
  complain: Complain,
): Promise<readonly CheckedFile[]> {
  let current = files;
  for (const file of files) {
    const name = file.diagnostics.find(({ fix }) => fix?.rename !== undefined)?.fix?.rename;
    if (name === undefined) continue;
    const move = { from: file.path, to: joinPath(folderOf(file.path), name) };
    const shown = shownPath(workingFolder, move.to);
    try {
      await moveFile(move.from, move.to);
    } catch (error) {
      const reason = hasCode(error, 'EEXIST') ? 'there is such a file already' : reasonOf(error);
      complain(`"${file.shown}" can't be renamed to "${shown}": ${reason}.`);
      continue;
    }
    const { workspace } = await environments.of(file.path);
    const paths = new Set([...(await workspace.markdownFiles()), ...current.map(({ path }) => path)]);
    const texts = await letLinksFollow(move, [...paths], workspace.root, workingFolder, complain);
    const links =
      texts.size === 0 ? '' : `; the links to it in ${texts.size === 1 ? 'a file' : `${texts.size} files`} follow`;
    await note(`Renamed "${file.shown}" to "${shown}"${links}.\n`);
    current = current.map((other) => {
      const renamed = other.path === move.from ? afterRename(other, move.to, shown) : other;
      const text = texts.get(renamed.path);
      // The name of a day is as long as that of another: all places stay where they are.
      return text?.length === other.lines.text.length
        ? { ...renamed, lines: new LineIndex(text), corrected: true }
        : renamed;
    });
  }
  return current;
}

function afterRename(file: CheckedFile, path: string, shown: string): CheckedFile {
  return {
    ...file,
    path,
    shown,
    diagnostics: file.diagnostics.filter(({ fix }) => fix?.rename === undefined),
    facts: file.facts && { ...file.facts, path },
    corrected: true,
  };
}

/** The texts that changed, by the paths of their files. */
async function letLinksFollow(
  move: FileRename,
  paths: readonly string[],
  root: string | undefined,
  workingFolder: string,
  complain: Complain,
): Promise<ReadonlyMap<string, string>> {
  const changed = new Map<string, string>();
  for (const listed of paths) {
    const path = listed === move.from ? move.to : listed;
    const shown = shownPath(workingFolder, path);
    const source = await readSource(path, shown);
    // A file that can't be read is told of where it is checked, and may have been renamed itself.
    if (isFailure(source)) continue;
    const edits = followRename({ path: listed, text: source.text }, move, root);
    if (edits.length === 0) continue;
    const text = applyEdits(source.text, edits);
    try {
      await replaceFile(path, source.bytes, source.mark + text);
      changed.set(path, text);
    } catch (error) {
      complain(`The links in "${shown}" can't be corrected: ${reasonOf(error)}.`);
    }
  }
  return changed;
}
