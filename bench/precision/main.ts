import { createHash } from 'node:crypto';
import { rules } from '../../server/src/core/rules/index.ts';
import { findAll, type RealFinding } from './findings.ts';
import { addJudgements, keepSample, keptSample, readJudgements, type Judgement } from './judgements.ts';

/** How many findings of a rule and level are judged, or all there are. */
const sampleSize = 30;
/** What a rule must reach at the levels that stop people: W and E. */
const goal = 0.95;
/** Changes which findings are drawn. */
const seed = process.env['SEED'] ?? '1';

const folder = process.env['INCIDENT_DOCS_CORPUS'];
if (!folder) {
  console.error('Set INCIDENT_DOCS_CORPUS to the folder of real documents.');
  process.exit(2);
}
const [call = 'table', ...words] = process.argv.slice(2);
const judged = readJudgements();

if (call === 'table') printTable(await findAll(folder));
else if (call === 'sample') printSamples(await findAll(folder), words);
else if (call === 'judge') judge(words);
else {
  console.error(`"${call}" is neither sample nor judge.`);
  process.exit(2);
}

/**
 * The seeded random sample: the findings come in an order that depends on themselves alone, so that a finding which goes, or
 * comes, leaves the others of the sample where they are.
 */
function draw(findings: readonly RealFinding[]): readonly RealFinding[] {
  const order = new Map(
    findings.map((finding) => [
      finding,
      createHash('sha256').update(`${seed} ${finding.rule} ${finding.key}`).digest('hex'),
    ]),
  );
  return findings.toSorted((a, b) => ((order.get(a) ?? '') < (order.get(b) ?? '') ? -1 : 1)).slice(0, sampleSize);
}

function grave({ level }: RealFinding): boolean {
  return level === 'error' || level === 'warning';
}

function said(finding: RealFinding): Judgement | undefined {
  return judged.get(finding.rule)?.findLast(({ key }) => key === finding.key);
}

function printTable(found: readonly RealFinding[]): void {
  console.log('rule                            level   found  drawn  judged  right  precision');
  let missed = 0;
  for (const { id } of rules) {
    const own = found.filter((finding) => finding.rule === id);
    for (const [level, part] of [
      ['W, E', own.filter(grave)],
      ['I, H', own.filter((finding) => !grave(finding))],
    ] as const) {
      if (part.length === 0) continue;
      const drawn = draw(part);
      const judgements = drawn.flatMap((finding) => said(finding) ?? []);
      const right = judgements.filter((judgement) => judgement.right).length;
      const precision = judgements.length === 0 ? undefined : right / judgements.length;
      const isMissed = level === 'W, E' && (judgements.length < drawn.length || (precision ?? 0) < goal);
      if (isMissed) missed++;
      const numbers = [part.length, drawn.length, judgements.length, right].map((count, at) =>
        String(count).padStart([5, 6, 7, 6][at] ?? 0),
      );
      const share = precision === undefined ? '-' : `${(100 * precision).toFixed(1)} %`;
      console.log(`${id.padEnd(31)} ${level}   ${numbers.join(' ')}  ${share.padStart(9)}${isMissed ? '  !' : ''}`);
    }
  }
  console.log(
    missed === 0
      ? `Each rule that found anything is right in at least ${100 * goal} % of its judged warnings and errors.`
      : `${missed} rules are not judged whole, or miss ${100 * goal} %.`,
  );
  process.exitCode = missed === 0 ? 0 : 1;
}

/** Prints the samples of the rules that are named, or of all; what their numbers stand for is kept for the judging. */
function printSamples(found: readonly RealFinding[], chosen: readonly string[]): void {
  for (const { id } of rules) {
    if (chosen.length > 0 && !chosen.includes(id)) continue;
    const own = found.filter((finding) => finding.rule === id);
    if (own.length === 0) continue;
    const drawn = [...draw(own.filter(grave)), ...draw(own.filter((finding) => !grave(finding)))];
    keepSample(
      id,
      drawn.map(({ key }) => key),
    );
    console.log(`\n## ${id}: ${drawn.length} drawn of ${own.length}`);
    drawn.forEach((finding, index) => printFinding(index + 1, finding));
  }
}

function printFinding(number: number, finding: RealFinding): void {
  const judgement = said(finding);
  const verdict = judgement ? (judgement.right ? 'right' : `wrong: ${judgement.remark}`) : 'not judged';
  const mark = finding.told ? ', kind told' : '';
  console.log(
    `\n[${number}] ${finding.level}  ${finding.file}:${finding.line + 1}  (${finding.kind}${mark})  ${verdict}`,
  );
  console.log(`    ${finding.message}`);
  const lines = finding.text.split('\n');
  for (let line = Math.max(0, finding.line - 2); line <= Math.min(lines.length - 1, finding.line + 3); line++) {
    console.log(`    ${line === finding.line ? '>' : ' '} ${line + 1}: ${(lines[line] ?? '').trimEnd().slice(0, 200)}`);
  }
}

/** Takes down what a reader says of the findings that were last printed: `RULE right 1-7,9` or `RULE wrong 8 "why"`. */
function judge([id = '', word, ranges = '', remark = '']: readonly string[]): void {
  const keys = keptSample(id);
  const numbers = ranges.split(',').flatMap((part) => {
    const [from = NaN, to = from] = part.split('-').map(Number);
    return Array.from({ length: Math.max(0, to - from + 1) }, (_, index) => from + index);
  });
  const chosen = numbers.flatMap((number) => keys[number - 1] ?? []);
  if ((word !== 'right' && word !== 'wrong') || chosen.length === 0 || chosen.length < numbers.length) {
    console.error(
      `Expected: judge ${id} right 1-7,9 or: judge ${id} wrong 8 "why", with numbers of 1 to ${keys.length}.`,
    );
    process.exit(2);
  }
  addJudgements(
    id,
    chosen.map((key) => ({ key, right: word === 'right', remark })),
  );
}
