import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

/** A clock tick of the kernel's accounts, in seconds: USER_HZ is 100 wherever Node runs on Linux. */
const tick = 0.01;
const lookEvery = 100;
const steadyFor = 2000;
const longest = 15_000;

/** What a process has had of the processors so far, all its threads together, in seconds; only Linux tells. */
export function processorTime(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * tick;
}

/**
 * How much memory a process holds, in MB, once that has stayed the same for two seconds, give or take a hundredth; where it
 * never does, what it is after a quarter of a minute.
 */
export async function steadyMemory(pid) {
  const start = performance.now();
  let reference = residentMemory(pid);
  let since = start;
  for (;;) {
    await pause(lookEvery);
    const now = residentMemory(pid);
    const time = performance.now();
    if (Math.abs(now - reference) > reference / 100) [reference, since] = [now, time];
    if (time - since >= steadyFor || time - start >= longest) return now;
  }
}

function residentMemory(pid) {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1024;
}
