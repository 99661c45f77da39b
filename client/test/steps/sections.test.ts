import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { commands, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { closeEditors, lineOf, placeOf, show } from '../documents.ts';
import { closeTerminals, type StepResult } from '../runbooks.ts';
import { until } from '../until.ts';

interface CourseResult {
  readonly state: StepResult['state'];
  readonly steps: readonly StepResult[];
  readonly reason?: string;
}

const text = `# Runbook: Several steps

## Investigation Steps

### 1. Set

\`\`\`bash
COURSE=one
printf 1 >> course.txt
\`\`\`

### 2. Use

\`\`\`console
$ printf %s "$COURSE" >> course.txt
one
\`\`\`

\`\`\`yaml
output: true
\`\`\`

### 3. Fail

\`\`\`bash
printf 3 >> course.txt
sh -c 'exit 4'
\`\`\`

### 4. Not reached

\`\`\`bash
printf no > not-reached.txt
\`\`\`

## Resolution Steps

### Option 1: Restart

\`\`\`bash
printf r >> course.txt
\`\`\`

\`\`\`bash
printf s >> course.txt
\`\`\`

### Option 2: Scale

\`\`\`bash
printf no > not-reached.txt
\`\`\`

## Verification

\`\`\`bash
printf v >> course.txt
\`\`\`

## Rollback

\`\`\`bash
printf no > not-reached.txt
\`\`\`

## Nothing to run

Words.
`;

const run = async (command: string, words: string): Promise<CourseResult> => {
  const { document } = await show('runbooks/several.md', text);
  return commands.executeCommand<CourseResult>(command, {
    uri: document.uri.toString(),
    line: lineOf(document, words),
  });
};

describe('Several steps', () => {
  const course = placeOf('course.txt').fsPath;

  beforeEach(() => rm(course, { force: true }));
  afterEach(async () => {
    await closeTerminals();
    assert.equal(existsSync(placeOf('not-reached.txt').fsPath), false, 'a step ran that must not');
  });
  after(closeEditors);

  it('of a section run in one shell, and end at the first that fails, with its name', async () => {
    const { state, steps, reason } = await run('incidentDocs.runSection', '## Investigation');
    assert.equal(state, 'failed');
    assert.deepEqual(
      steps.map((step) => [step.state, step.exitCode]),
      [
        ['succeeded', 0],
        ['succeeded', 0],
        ['failed', 4],
      ],
    );
    assert.match(reason ?? '', /"Fail".*exit 4.*line 2/);
    assert.equal(await readFile(course, 'utf8'), '1one3');
    assert.equal(window.terminals.length, 1);
  });

  it('of a section with a choice do not run', async () => {
    const { state, steps, reason } = await run('incidentDocs.runSection', '## Resolution');
    assert.deepEqual([state, steps], ['refused', []]);
    assert.match(reason ?? '', /"Resolution Steps" leaves a choice/);
    assert.equal(window.terminals.length, 0);
  });

  it('of one option run', async () => {
    const { state, steps } = await run('incidentDocs.runSection', '### Option 1');
    assert.deepEqual([state, steps.length], ['succeeded', 2]);
    assert.equal(await readFile(course, 'utf8'), 'rs');
  });

  it('run from one on, through the option in which it stands, and without the rollback', async () => {
    const { state, steps, reason } = await run('incidentDocs.runFromHere', 'printf s >>');
    assert.deepEqual([state, steps.length], ['succeeded', 2]);
    assert.equal(await readFile(course, 'utf8'), 'sv');
    assert.match(reason ?? '', /"Rollback" was left out/);
  });

  it('of a section without blocks do not run', async () => {
    const { state, reason } = await run('incidentDocs.runSection', '## Nothing');
    assert.equal(state, 'refused');
    assert.match(reason ?? '', /"Nothing to run" has no block/);
  });

  it('end where one was changed while those before ran', async () => {
    const waiting = `# Runbook: Changing\n\n## Investigation Steps\n\n\`\`\`bash\nprintf go > ready.txt\nread -r answer\n\`\`\`\n\n\`\`\`bash\nprintf no > not-reached.txt\n\`\`\`\n`;
    const ready = placeOf('ready.txt').fsPath;
    await rm(ready, { force: true });
    const { document } = await show('runbooks/changing.md', waiting);
    const result = commands.executeCommand<CourseResult>('incidentDocs.runSection', {
      uri: document.uri.toString(),
      line: 2,
    });
    await until('the step to run', () => existsSync(ready));
    const edit = new WorkspaceEdit();
    const line = document.lineAt(lineOf(document, 'printf no'));
    edit.replace(document.uri, new Range(line.range.start, line.range.end), 'rm -rf not-there # printf no');
    await workspace.applyEdit(edit);
    window.terminals[0]?.sendText('');
    const { state, steps, reason } = await result;
    assert.deepEqual([state, steps.map((step) => step.state)], ['refused', ['succeeded', 'refused']]);
    assert.match(reason ?? '', /changed or is gone/);
  });

  it('are stopped by stopping the one that runs', async () => {
    const long = `# Runbook: Long\n\n## Investigation Steps\n\n\`\`\`bash\nprintf go > ready.txt\nsleep 600\n\`\`\`\n\n\`\`\`bash\nprintf no > not-reached.txt\n\`\`\`\n`;
    const ready = placeOf('ready.txt').fsPath;
    await rm(ready, { force: true });
    const { document } = await show('runbooks/long.md', long);
    const place = { uri: document.uri.toString(), line: 5 };
    const result = commands.executeCommand<CourseResult>('incidentDocs.runFromHere', place);
    await until('the step to run', () => existsSync(ready));
    assert.equal((await commands.executeCommand<StepResult>('incidentDocs.stopStep', place)).state, 'stopped');
    assert.deepEqual([(await result).state, (await result).steps.length], ['stopped', 1]);
  });

  it('go on once a person has marked the one that runs as done', async () => {
    const watching = `# Runbook: Watching\n\n## Investigation Steps\n\n\`\`\`bash\nprintf go > ready.txt\nsleep 600\n\`\`\`\n\n\`\`\`bash\nprintf after >> course.txt\n\`\`\`\n`;
    const ready = placeOf('ready.txt').fsPath;
    await rm(ready, { force: true });
    const { document } = await show('runbooks/watching.md', watching);
    const place = { uri: document.uri.toString(), line: 5 };
    const result = commands.executeCommand<CourseResult>('incidentDocs.runSection', place);
    await until('the step to run', () => existsSync(ready));
    const done = await commands.executeCommand<StepResult>('incidentDocs.markStepDone', place);
    assert.deepEqual([done.state, done.exitCode, done.reason], ['succeeded', undefined, 'A person marked it done.']);
    assert.deepEqual([(await result).state, (await result).steps.length], ['succeeded', 2]);
    assert.equal(await readFile(course, 'utf8'), 'after');
  });
});

describe('The step that ran last', () => {
  afterEach(closeTerminals);
  after(closeEditors);

  it('runs again, wherever its block stands now', async () => {
    const again = placeOf('again.txt').fsPath;
    await rm(again, { force: true });
    const { document } = await show(
      'runbooks/again.md',
      '# Runbook: Again\n\n## Investigation Steps\n\n```bash\nprintf x >> again.txt\n```\n',
    );
    await commands.executeCommand('incidentDocs.runStep', { uri: document.uri.toString(), line: 5 });
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, document.lineAt(3).range.start, 'Words above.\n\n');
    await workspace.applyEdit(edit);
    const result = await commands.executeCommand<StepResult>('incidentDocs.runAgain');
    assert.equal(result.state, 'succeeded');
    assert.equal(await readFile(again, 'utf8'), 'xx');
    const changed = new WorkspaceEdit();
    changed.replace(Uri.parse(document.uri.toString()), document.lineAt(lineOf(document, 'printf x')).range, 'true');
    await workspace.applyEdit(changed);
    const refused = await commands.executeCommand<StepResult>('incidentDocs.runAgain');
    assert.equal(refused.state, 'refused');
    assert.match(refused.reason ?? '', /changed or is gone/);
  });
});
