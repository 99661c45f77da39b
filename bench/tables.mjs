/** A table of lint times with the ratios to the two peers that goals are set against. */
export function lintTable({ cold, again }, goals, isBusy) {
  const ours = cold[0];
  const reference = cold.find(({ name }) => name.startsWith('markdownlint'));
  const [oursAgain, rustAgain] = again;
  return [
    table([
      ['', 'by the clock, s', 'of the processors, s', 'ours : theirs, clock', 'processors'],
      ...cold.map((row) => timesOf(row, ours)),
      ...again.map((row) => timesOf({ ...row, name: `${row.name}, unchanged files again` }, oursAgain)),
    ]),
    verdict(`anew, against ${reference.name}`, ours, reference, goals.cold, isBusy),
    verdict(`unchanged files again, against ${rustAgain.name}`, oursAgain, rustAgain, goals.again, isBusy),
  ].join('\n\n');
}

/** A table of the times until all diagnostics are there. */
export function openingTable(rows) {
  const [ours] = rows;
  return table([
    ['', 'by the clock, s', 'ours : theirs'],
    ...rows.map((row) => [
      row.name,
      row.clock.toFixed(2),
      row.name.startsWith(ours.name) ? '' : (ours.clock / row.clock).toFixed(2),
    ]),
  ]);
}

function timesOf(row, ours) {
  const ratio = (key) => (row.name.startsWith(ours.name) ? '' : (ours[key] / row[key]).toFixed(2));
  return [row.name, row.clock.toFixed(2), row.processor.toFixed(2), ratio('clock'), ratio('processor')];
}

/** On a busy machine a goal counts as met only where the processors' time says so, too. */
function verdict(what, ours, theirs, goal, isBusy) {
  const [clock, processor] = [ours.clock / theirs.clock, ours.processor / theirs.processor];
  const met = clock <= goal && (!isBusy || processor <= goal);
  const undecided = isBusy && !met && Math.min(clock, processor) <= goal;
  const outcome = met ? 'met' : undecided ? 'undecided, as the machine was busy,' : 'not met';
  return `Goal, ${what}: at most ${goal}; ${outcome} at ${clock.toFixed(2)} by the clock, ${processor.toFixed(2)} of the processors' time.`;
}

function table([head, ...rows]) {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
