const names = '\\{[^}]*\\}';
const importStatement = new RegExp(`\\s*import\\s*(?:(${names})\\s*from\\s*)?("\\./[^"]+");`, 'y');
const exportStatement = new RegExp(`\\bexport\\s*(${names});\\s*((?://# sourceMappingURL=\\S+\\s*)?)$`);

/**
 * Lets a module that esbuild has made require its sisters, bind what it needs of them to names of its own, and hand out what
 * they need as it is: shorter and faster than esbuild's own way of looking up a property, through a function, for each use.
 * What a module hands out must be complete when it has run, and what it needs by then: modules that are divided by their use
 * never need each other in a circle. Lines stay where they are.
 * @param output what esbuild says that the module imports and exports, so that nothing is overlooked
 */
export function linked(text, output) {
  const { head, end, count } = readImports(text);
  const tail = exportStatement.exec(text);
  const exports = pairsIn(tail?.[1]);
  const expected = output.imports.filter(({ kind, external }) => kind === 'import-statement' && !external).length;
  if (count !== expected || exports.length !== output.exports.length)
    throw new Error(
      `Of a module's ${expected} imports and ${output.exports.length} exports, ${count} and ${exports.length} are understood.`,
    );
  if (exports.some(([own]) => own.startsWith('init_')))
    throw new Error('A library is both imported and required, so what it exports comes too late to be bound.');
  if (!tail) return head + text.slice(end);
  const handedOut = exports.map(([own, name]) => `${name}: ${own}`).join(', ');
  return `${head}${text.slice(end, tail.index)}module.exports = { ${handedOut} };${tail[2]}`;
}

/** The statements that a module's sisters are imported with, as CommonJS has them, and where they end. */
function readImports(text) {
  let head = '';
  let end = 0;
  let count = 0;
  importStatement.lastIndex = 0;
  for (let found; (found = importStatement.exec(text)); end = importStatement.lastIndex) {
    const [statement, list, path] = found;
    const bound = pairsIn(list).map(([theirs, own]) => `${theirs}: ${own}`);
    head += `${list ? `const { ${bound.join(', ')} } = ` : ''}require(${path});${statement.replaceAll(/[^\n]/g, '')}`;
    count++;
  }
  return { head, end, count };
}

/** The pairs of a list as in `{a as b, c}`. */
function pairsIn(list = '{}') {
  return list
    .slice(1, -1)
    .split(',')
    .flatMap((pair) => {
      const [first, second = first] = pair.trim().split(/\s+as\s+/);
      return first ? [[first, second]] : [];
    });
}
