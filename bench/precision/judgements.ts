import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** What a person who read the document said of one finding. */
export interface Judgement {
  readonly key: string;
  readonly right: boolean;
  /** Why it is wrong, in our words; nothing of the document's text. */
  readonly remark: string;
}

const folder = 'bench/precision/judged';

/** The judged findings of each rule, by rule; one file per rule, a line each: `key,right|wrong[,remark]`. */
export function readJudgements(): ReadonlyMap<string, readonly Judgement[]> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.csv')) : [];
  return new Map(files.map((name) => [basename(name, '.csv'), readFile(join(folder, name))]));
}

/** Adds judgements of a rule; a finding that is judged already keeps what was said last. */
export function addJudgements(rule: string, judgements: readonly Judgement[]): void {
  mkdirSync(folder, { recursive: true });
  const lines = judgements.map(({ key, right, remark }) =>
    [key, right ? 'right' : 'wrong', ...(remark === '' ? [] : [remark])].join(','),
  );
  if (lines.length > 0) appendFileSync(join(folder, `${rule}.csv`), `${lines.join('\n')}\n`);
}

const samples = 'out/bench/samples';

/** Keeps what was drawn, so that a reader can say of number 8 that it is wrong. */
export function keepSample(rule: string, keys: readonly string[]): void {
  mkdirSync(samples, { recursive: true });
  writeFileSync(join(samples, `${rule}.json`), JSON.stringify(keys));
}

/** The findings that were last printed of a rule, in their order; none where none were. */
export function keptSample(rule: string): readonly string[] {
  const path = join(samples, `${rule}.json`);
  const keys: unknown = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
  return Array.isArray(keys) ? keys.map(String) : [];
}

function readFile(path: string): readonly Judgement[] {
  const rows = readFileSync(path, 'utf8').split('\n');
  return rows.flatMap((row, index) => {
    if (row === '') return [];
    const [, key, word, remark = ''] = /^([\da-f]+:\d+:\d+:[\da-f]+),(right|wrong)(?:,(.*))?$/.exec(row) ?? [];
    if (key === undefined) throw new Error(`${path}:${index + 1}: expected "key,right" or "key,wrong,why".`);
    return [{ key, right: word === 'right', remark }];
  });
}
