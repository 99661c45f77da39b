/** A table of lint times with the ratios to the two peers that goals are set against. */
export function lintTable({ cold, again }, goals, isBusy) {
  const ours = cold[0];
  const reference = cold.find(({ name }) => name.startsWith('markdownlint'));
  const [oursAgain, rustAgain] = again;
  return [
    table([
      timeColumns,
      ...cold.map((row) => timesOf(row, ours)),
      ...again.map((row) => timesOf({ ...row, name: `${row.name}, unchanged files again` }, oursAgain)),
    ]),
    verdict(`anew, against ${reference.name}`, ours, reference, goals.cold, isBusy),
    verdict(`unchanged files again, against ${rustAgain.name}`, oursAgain, rustAgain, goals.again, isBusy),
  ].join('\n\n');
}

/** A table of the times until all diagnostics are there; ours come first, and last once more, of the same documents again. */
export function openingTable(rows, goals, isBusy) {
  const [ours, floor] = rows;
  return [
    table([timeColumns, ...rows.map((row) => timesOf(row, ours))]),
    verdict(`anew, against ${floor.name}`, ours, floor, goals.cold, isBusy),
    verdict(`the same documents again, against ${floor.name}`, rows.at(-1), floor, goals.again, isBusy),
  ].join('\n\n');
}

/** A table of medians and 95th percentiles in ms, a row for each server, ours first, and a column for each of `names`. */
export function percentileTable(names, rows) {
  const [ours] = rows;
  const cell = (row, column) => {
    const measured = row.columns[column];
    if (!measured) return '–';
    const text = `${measured.p50.toFixed(1)} / ${measured.p95.toFixed(1)}`;
    return row === ours ? text : `${text} (${(ours.columns[column].p50 / measured.p50).toFixed(2)})`;
  };
  return [
    table([
      ['ms, p50 / p95', ...names],
      ...rows.map((row) => [row.name, ...names.map((_, index) => cell(row, index))]),
    ]),
    'In brackets: ours : theirs, of the medians.',
  ].join('\n\n');
}

/** A table of single figures with the ratios of ours, which comes first, to each; of `unit` in the columns `names`. */
export function figureTable(unit, names, rows) {
  const [ours] = rows;
  return table([
    [unit, ...names.flatMap((name) => [name, 'ours : theirs'])],
    ...rows.map((row) => [
      row.name,
      ...row.columns.flatMap((figure, index) => [
        figure === undefined ? '–' : figure.toFixed(0),
        row === ours || figure === undefined ? '' : (ours.columns[index] / figure).toFixed(2),
      ]),
    ]),
  ]);
}

const timeColumns = ['', 'by the clock, s', 'of the processors, s', 'ours : theirs, clock', 'processors'];

function timesOf(row, ours) {
  const ratio = (key) => (row.name.startsWith(ours.name) ? '' : (ours[key] / row[key]).toFixed(2));
  if (row.clock === Infinity) return [`${row.name}: no end`, '–', '–', '', ''];
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
