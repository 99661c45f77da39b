import Mocha from 'mocha';
import { LineReporter } from './reporter.mjs';

/**
 * Runs bundled test files and writes their count to `resultFile`.
 * @param timeoutMs how long one test may take
 * @param jobs in how many processes; in this one where it is 1
 * @returns how many failed
 * @throws {Error} where there is no file to run, or one can't be loaded
 */
export async function runSuite({ files, resultFile, timeoutMs, jobs = 1 }) {
  if (files.length === 0) throw new Error('There is no test file to run: "node scripts/build.mjs --tests" makes them.');
  process.setSourceMapsEnabled(true);
  // The messages of node:assert hold the difference already.
  const mocha = new Mocha({
    forbidOnly: true,
    diff: false,
    timeout: timeoutMs,
    reporter: LineReporter,
    reporterOption: { resultFile },
  });
  for (const file of files.toSorted()) mocha.addFile(file);
  if (jobs > 1) {
    mocha.parallelMode();
    mocha.options.jobs = jobs;
    process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`;
    return new Promise((settle) => mocha.run(settle));
  }
  // VS Code gives its module `vscode` to files that are required, and ES modules must be imported.
  if (files.some((file) => file.endsWith('.mjs'))) await mocha.loadFilesAsync();
  return new Promise((settle) => mocha.run(settle));
}
