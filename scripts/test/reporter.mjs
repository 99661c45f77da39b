import { writeFileSync } from 'node:fs';
import { format } from 'node:util';
import Mocha from 'mocha';

const { Base } = Mocha.reporters;

/** What each line of ours begins with: so they are found among all that an editor prints. */
export const mark = '┃ ';

/**
 * A line for each file's outermost suite, then each skipped test, then each failure in full. The count goes to the file
 * of the option `resultFile` at the end of the run and not before, so that a run which breaks off leaves none:
 * `{ passed, failed, skipped }`.
 */
export class LineReporter extends Base {
  constructor(runner, options) {
    super(runner, options);
    const skipped = [];
    let before = { passed: 0, failed: 0 };
    runner.on('pending', (test) => skipped.push(test.fullTitle()));
    runner.on('suite end', (suite) => {
      // A suite from another process knows its parent by number alone.
      if (suite.root || suite.fullTitle() !== suite.title) return;
      const now = count(this.stats);
      printLine(suiteLine(suite.title, now.passed - before.passed, now.failed - before.failed));
      before = now;
    });
    runner.on('end', () => {
      for (const title of skipped) printLine(`- skipped: ${title}`);
      Base.consoleLog = (...words) => printLine(format(...words));
      if (this.failures.length > 0) Base.list(this.failures);
      writeFileSync(options.reporterOptions.resultFile, JSON.stringify({ ...count(this.stats), skipped }));
    });
  }
}

function count({ passes, failures }) {
  return { passed: passes, failed: failures };
}

function suiteLine(title, passed, failed) {
  return failed === 0 ? `✓ ${title} (${passed})` : `✗ ${title} (${passed} passed, ${failed} failed)`;
}

function printLine(text) {
  for (const line of text.split('\n')) console.log(`${mark}${line}`);
}
