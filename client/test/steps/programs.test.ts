import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { commands, window } from 'vscode';
import { closeEditors, lineOf, placeOf, show } from '../documents.ts';
import { closeTerminals, type StepResult } from '../runbooks.ts';
import { until } from '../until.ts';
import { leftovers } from './leftovers.ts';

const fence = '```';
const block = (language: string, code: string): string => `${fence}${language}\n${code}\n${fence}\n`;
const text = `# Runbook: Programs

## Investigation Steps

${block('js', "require('node:fs').writeFileSync('js.txt', 'it\\'s ' + process.argv[1].slice(-4));\nprocess.exit(3);")}
${block('javascript', "import { writeFileSync } from 'node:fs';\n\nwriteFileSync('module.txt', 'module');")}
${block('js', "const first = 1;\n\nthrow new Error('at line three');")}
${block('perl', 'open(my $file, ">", "perl.txt"); print $file "perl";')}
${block('rb', 'puts 1')}
${block('gnuplot', 'plot sin(x)')}
`;

const run = async (words: string): Promise<StepResult> => {
  const { document } = await show('runbooks/programs.md', text);
  return commands.executeCommand<StepResult>('incidentDocs.runStep', {
    uri: document.uri.toString(),
    line: lineOf(document, words),
  });
};

const written = (name: string) => readFile(placeOf(name).fsPath, 'utf8');

describe('A block in a language of a program', () => {
  afterEach(async () => {
    await closeTerminals();
    await until('the files to go', () => leftovers().length === 0);
  });
  after(closeEditors);

  it('runs from a file with the ending that the program wants', async () => {
    const { state, exitCode } = await run('require(');
    assert.deepEqual([state, exitCode], ['failed', 3]);
    assert.equal(await written('js.txt'), "it's .cjs");
    assert.equal((await run('import {')).state, 'succeeded');
    assert.equal(await written('module.txt'), 'module');
    assert.equal((await run('open(my')).state, 'succeeded');
    assert.equal(await written('perl.txt'), 'perl');
  });

  it('names the line at which it failed, where the program does', async () => {
    const { state, reason } = await run('at line three');
    assert.equal(state, 'failed');
    assert.match(reason ?? '', /failed at line 3: `throw new Error/);
  });

  it('does not run where its program is missing, or nobody has named one', async () => {
    const missing = await run('puts 1');
    assert.equal(missing.state, 'refused');
    assert.match(missing.reason ?? '', /^ruby is not installed/);
    const unknown = await run('plot sin');
    assert.equal(unknown.state, 'refused');
    assert.match(unknown.reason ?? '', /"steps.interpreters"/);
    assert.equal(window.terminals.length, 0);
  });
});
