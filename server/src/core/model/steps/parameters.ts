/** Variables that every shell, or every person's environment, has. */
const ambient = new Set(
  (
    'HOME PATH PWD OLDPWD USER LOGNAME SHELL HOSTNAME LANG TERM TMPDIR EDITOR UID EUID RANDOM SECONDS LINENO IFS ' +
    'KUBECONFIG PIPESTATUS BASH_SOURCE FUNCNAME PS1 REPLY'
  ).split(' '),
);

const angled = /<([A-Za-z][\w.-]*(?: [\w.-]+){0,4})>/g;
const yours = /\b(?:YOUR|MY)_[A-Z][A-Z0-9_]*\b/g;
const variable = /(?<!\\)\$\{?([A-Za-z_]\w*)/g;
const assignment =
  /(?:^|[\s;&|(`])(?:export\s+|local\s+|declare\s+(?:-\w+\s+)*|readonly\s+|set\s+(?:-\w+\s+)*)?([A-Za-z_]\w*)=|\b(?:for|read(?:\s+-\w+)*|select|set\s+-\w+)\s+([A-Za-z_]\w*)\b/gm;

/** The variables that a block sets itself. */
export function assignedVariables(command: string): string[] {
  return [...command.matchAll(assignment)].map((match) => match[1] ?? match[2] ?? '');
}

/** What a person must fill in before a block can run: `<pod>`, `YOUR_POD`, and `$POD` where nothing in `assigned` sets it. */
export function parametersOf(command: string, assigned: ReadonlySet<string>): string[] {
  const names = new Set<string>();
  for (const [, name = ''] of command.matchAll(angled)) names.add(name);
  for (const [name] of command.matchAll(yours)) names.add(name);
  for (const [, name = ''] of command.matchAll(variable)) {
    if (/^[A-Z]/.test(name) && !assigned.has(name) && !ambient.has(name)) names.add(name);
  }
  return [...names];
}
