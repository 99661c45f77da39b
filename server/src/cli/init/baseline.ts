import { createEnvironments } from '../environments.ts';
import { isFailure, type Failure } from '../failure.ts';
import { markdownFilesBelow } from '../files/markdownFiles.ts';
import { shownPath } from '../files/path.ts';
import { readSource } from '../files/read.ts';
import { reasonOf } from '../files/reason.ts';
import { sarifFormat } from '../formats/sarif.ts';
import { checkText } from '../lint/check.ts';
import { concurrently } from '../lint/concurrently.ts';
import { palette } from '../terminal.ts';
import { writeTogether } from './files.ts';

/** How many files are open at a time. */
const openFiles = 16;

/** Records what the linter says of a workspace's documents today in a file; the answer is how many findings there are. */
export async function recordBaseline(root: string, path: string, workingFolder: string): Promise<number | Failure> {
  const failures: string[] = [];
  const complain = (sentence: string): void => void failures.push(sentence);
  const environments = createEnvironments(root, Date.now(), complain);
  const paths = markdownFilesBelow(root, (folder, error) =>
    complain(`The folder "${shownPath(workingFolder, folder)}" can't be listed: ${reasonOf(error)}.`),
  );
  const checked = await concurrently(paths, openFiles, async (place) => {
    const shown = shownPath(root, place);
    const source = await readSource(place, shown);
    if (!isFailure(source))
      return checkText({ path: place, shown, source, deliver: undefined }, await environments.of(place), complain);
    complain(source.failure);
    return undefined;
  });
  const [failure] = failures;
  if (failure !== undefined) return { failure };
  const files = checked.filter((file) => file !== undefined);
  const text = sarifFormat({ files, failures }, { palette: palette(false), columns: undefined, workingFolder: root });
  const trouble = await writeTogether([{ path, text }], workingFolder);
  return trouble ?? files.reduce((sum, { diagnostics }) => sum + diagnostics.length, 0);
}
