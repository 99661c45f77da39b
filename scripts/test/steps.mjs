import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes/run.mjs';
import { mark } from './reporter.mjs';

const tailLines = 25;
const suiteLimitMs = 15 * 60_000;

/** A step that passes or fails as a whole, and counts as one. */
export function check(name, program, programArguments) {
  return {
    name,
    async take(say) {
      const { code, output } = await run(...modestly(program, programArguments));
      if (code !== 0) say(output.trimEnd());
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** A step that gets something ready: it counts only when it fails. */
export function preparation(name, work) {
  return {
    name,
    isPreparation: true,
    async take(say) {
      try {
        await work(say);
        return { passed: 0, failed: 0 };
      } catch (error) {
        say(error.message);
        return { passed: 0, failed: 1 };
      }
    },
  };
}

/**
 * A step that runs tests and counts each, with our reporter. One that breaks off, runs none, or ends with a failure that
 * it hasn't counted, has one failure more.
 * @param programArguments a script and its arguments; two more follow: the file for its count, a folder for what a failure leaves
 * @param isModest whether it lets others go first where the processors are busy
 */
export function suite(name, id, programArguments, { isModest = false } = {}) {
  return {
    name,
    async take(say) {
      const resultFile = join('out', `result-${id}.json`);
      const evidence = join('out', `failure-${id}`);
      await mkdir('out', { recursive: true });
      for (const old of [resultFile, evidence]) await rm(old, { recursive: true, force: true });
      const words = [...programArguments, resultFile, evidence];
      const command = isModest ? modestly(process.execPath, words) : [process.execPath, words];
      const { code, output } = await run(...command, {
        onLine: (line) => line.startsWith(mark) && say(line),
        limitMs: suiteLimitMs,
      });
      const result = await readResult(resultFile);
      if (code === 0 && result !== undefined && result.failed === 0 && result.passed > 0) return result;
      printTail(output, say);
      if (existsSync(evidence)) say(`VS Code's logs and a screenshot are in ${evidence}.`);
      const counted = result ?? { passed: 0, failed: 0, skipped: [] };
      return counted.failed > 0 ? counted : { ...counted, failed: 1 };
    },
  };
}

/**
 * A program with its arguments, with less right to the processors than what waits for nothing but its answer: an editor
 * under test has limits of time, and beside it much is computed.
 */
function modestly(program, programArguments) {
  return process.platform === 'win32'
    ? [program, programArguments]
    : ['nice', ['-n', '10', program, ...programArguments]];
}

async function readResult(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** The end of what isn't ours, without the frames of VS Code's own minified code. */
function printTail(output, say) {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith(mark) && !/^\s+at .*workbench\.js/.test(line));
  if (lines.length > 0) say('The last that was printed besides:');
  for (const line of lines.slice(-tailLines)) say(`  ${line}`);
}
