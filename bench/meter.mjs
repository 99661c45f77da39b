import { spawnSync } from 'node:child_process';

/**
 * Runs a command and answers how long it took, in seconds: by the clock, and of all processors together, which what else runs
 * on the machine disturbs less. `statuses` are the exit statuses that a linter may end with.
 */
export function measure({ name, words, cwd, statuses = [0, 1] }) {
  // The shell's own measure counts threads and programs that are not Node, too.
  const script = 'TIMEFORMAT="%R %U %S"; { time "$@" >/dev/null 2>&1; } 2>&3';
  const { status, error, output } = spawnSync('bash', ['-c', `${script}; exit $?`, 'bash', ...words], {
    cwd,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  if (error) throw error;
  const [clock, user, system] = output[3].toString().trim().replaceAll(',', '.').split(' ').map(Number);
  if (!statuses.includes(status)) throw new Error(`${name} ended with ${status}.`);
  return { clock, processor: user + system };
}

/** Measures commands in turn, so that a busy moment of the machine strikes all alike; the medians of each. */
export function measureInTurn(commands, runs) {
  const times = commands.map(() => []);
  for (let run = 0; run < runs; run++) {
    for (const [index, command] of commands.entries()) {
      command.before?.();
      times[index].push(measure(command));
    }
  }
  return commands.map(({ name }, index) => ({
    name,
    clock: median(times[index].map(({ clock }) => clock)),
    processor: median(times[index].map(({ processor }) => processor)),
  }));
}

/** The middle one of some numbers. */
export function median(numbers) {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
}
