// Times the built command line on the real documents, as a ratio against markdownlint-cli2 on the same files:
//   INCIDENT_DOCS_CORPUS=FOLDER node bench/lint.mjs [RUNS]
// The peer is installed at a pinned version in .cache/bench, apart from the project's own packages.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

const peer = { name: 'markdownlint-cli2', version: '0.22.0', program: 'markdownlint-cli2-bin.mjs' };
const folder = process.env.INCIDENT_DOCS_CORPUS;
const runs = Number(process.argv[2] ?? 5);
if (!folder) throw new Error('Set INCIDENT_DOCS_CORPUS to the folder of real documents.');
if (!(runs >= 1)) throw new Error('The number of runs must be 1 or more.');

const cache = resolve('.cache/bench', `${peer.name}@${peer.version}`);
const peerProgram = resolve(cache, 'node_modules', peer.name, peer.program);
if (!existsSync(peerProgram)) {
  mkdirSync(cache, { recursive: true });
  writeFileSync(resolve(cache, 'package.json'), '{ "private": true }\n');
  execFileSync('npm', ['install', '--no-audit', '--no-fund', `${peer.name}@${peer.version}`], {
    cwd: cache,
    stdio: 'inherit',
  });
}

const ours = measure('incident-docs lint', [resolve('dist/cli.js'), 'lint', '--format', 'json']);
const theirs = measure(`${peer.name} ${peer.version}`, [peerProgram, '**/*.md']);
console.log(`ratio: ${(ours / theirs).toFixed(2)} of the processor time (goal: at most 0.80)`);

/** The median processor time of the runs, in seconds; what else runs on the machine disturbs it less than the clock. */
function measure(name, words) {
  const times = [];
  const clock = [];
  for (let run = 0; run < runs; run++) {
    const before = performance.now();
    const meter = `import{writeSync}from"node:fs";process.on("exit",()=>{const{user,system}=process.cpuUsage();writeSync(3,String(user+system))})`;
    const { status, error, output } = spawnSync(
      process.execPath,
      [`--import=data:text/javascript,${encodeURIComponent(meter)}`, ...words],
      { cwd: folder, stdio: ['ignore', 'ignore', 'ignore', 'pipe'], maxBuffer: 1 << 20 },
    );
    if (error) throw error;
    if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}.`);
    times.push(Number(output[3].toString()) / 1e6);
    clock.push((performance.now() - before) / 1000);
  }
  console.log(`${name}: ${median(times).toFixed(2)} s of processor time, ${median(clock).toFixed(2)} s in all`);
  return median(times);
}

function median(numbers) {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}
