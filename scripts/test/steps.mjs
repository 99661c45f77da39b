import { existsSync } from 'node:fs';
import { mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from '../processes/run.mjs';
import { mark } from './reporter.mjs';

const tailLines = 25;
const suiteLimitMs = 30 * 60_000;

/** A step that passes or fails as a whole, and counts as one. */
export function check(name, program, programArguments) {
  return {
    name,
    async take() {
      const { code, output } = await run(program, programArguments);
      if (code !== 0) console.log(output.trimEnd());
      return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
    },
  };
}

/** A step that gets something ready: it counts only when it fails. */
export function preparation(name, work) {
  return {
    name,
    async take() {
      try {
        await work();
        return { passed: 0, failed: 0 };
      } catch (error) {
        console.log(error.message);
        return { passed: 0, failed: 1 };
      }
    },
  };
}

/**
 * A step that runs tests and counts each, with our reporter. One that breaks off, runs none, or ends with a failure that
 * it hasn't counted, has one failure more.
 * @param programArguments a script and its arguments; two more follow: the file for its count, a folder for what a failure leaves
 */
export function suite(name, id, programArguments) {
  return {
    name,
    async take() {
      const resultFile = join('out', `result-${id}.json`);
      const evidence = join('out', `failure-${id}`);
      await mkdir('out', { recursive: true });
      for (const old of [resultFile, evidence]) await rm(old, { recursive: true, force: true });
      const { code, output } = await run(process.execPath, [...programArguments, resultFile, evidence], {
        onLine: showOurs,
        limitMs: suiteLimitMs,
      });
      const result = await readResult(resultFile);
      if (code === 0 && result !== undefined && result.failed === 0 && result.passed > 0) return result;
      printTail(output);
      if (existsSync(evidence)) console.log(`VS Code's logs and a screenshot are in ${evidence}.`);
      const counted = result ?? { passed: 0, failed: 0, skipped: [] };
      return counted.failed > 0 ? counted : { ...counted, failed: 1 };
    },
  };
}

function showOurs(line) {
  if (line.startsWith(mark)) console.log(line);
}

async function readResult(file) {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}

/** The end of what isn't ours, without the frames of VS Code's own minified code. */
function printTail(output) {
  const lines = output
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith(mark) && !/^\s+at .*workbench\.js/.test(line));
  if (lines.length > 0) console.log('The last that was printed besides:');
  for (const line of lines.slice(-tailLines)) console.log(`  ${line}`);
}
