/** Variables that a shell or a person's environment has anyway. */
const posix =
  'HOME PATH PWD OLDPWD USER LOGNAME SHELL HOSTNAME HOST LANG LANGUAGE LC_ALL TERM TMPDIR EDITOR VISUAL PAGER DISPLAY MAIL TZ ' +
  'UID EUID GID RANDOM SRANDOM SECONDS LINENO IFS PPID BASHPID SHLVL COLUMNS LINES OSTYPE HOSTTYPE MACHTYPE EPOCHSECONDS ' +
  'EPOCHREALTIME OPTARG OPTIND PIPESTATUS BASH BASH_SOURCE BASH_VERSION BASH_REMATCH BASH_SUBSHELL FUNCNAME PS1 PS2 REPLY ' +
  'ZSH_VERSION ZDOTDIR KUBECONFIG SSH_AUTH_SOCK SUDO_USER XDG_CONFIG_HOME XDG_CACHE_HOME XDG_DATA_HOME XDG_RUNTIME_DIR ' +
  'status argv pipestatus fish_pid version options commands functions aliases path fpath parameters history signals';
const windows =
  'TEMP TMP USERNAME USERPROFILE USERDOMAIN APPDATA LOCALAPPDATA PROGRAMDATA PROGRAMFILES SYSTEMROOT SYSTEMDRIVE WINDIR ' +
  'COMPUTERNAME COMSPEC CD DATE TIME ERRORLEVEL HOMEDRIVE HOMEPATH OS PATHEXT PROCESSOR_ARCHITECTURE';
const powershell =
  'args error false true null input host matches myinvocation pid profile psboundparameters pscmdlet pscommandpath pshome ' +
  'psitem psscriptroot psversiontable lastexitcode this foreach switch executioncontext iswindows islinux ismacos ' +
  'erroractionpreference progresspreference verbosepreference warningpreference';

const ambient = new Set(`${posix} ${windows}`.split(' '));
const ambientInPowerShell = new Set(powershell.split(' '));

/** Whether a variable is there without anybody's setting it. */
export function isAmbient(name: string): boolean {
  return ambient.has(name) || name.startsWith('BASH_') || ambientInPowerShell.has(name.toLowerCase());
}

const assignment =
  /(?:^|[\s;&|(`{])(?:export\s+|local\s+|readonly\s+|(?:declare|typeset)\s+(?:-\w+\s+)*|set\s+"?)?([A-Za-z_]\w*)\+?=(?!=)/gm;
const assignmentInPowerShell =
  /(?:^|[;{(])\s*(?:\[[\w.[\]]+\]\s*)?\$(?:env:|global:|script:)?([A-Za-z_]\w*)\s*(?:\+|\?\?)?=(?!=)/gim;
const introduction =
  /\b(?:for(?:each)?\s+\(?\$?|select\s+|getopts\s+\S+\s+|printf\s+-v\s+|mapfile\s+(?:-\w+\s+)*|readarray\s+(?:-\w+\s+)*)([A-Za-z_]\w*)|\bset\s+(?:-\w+\s+|--\w+\s+)*([A-Za-z_]\w*)\s+\S|\b(?:declare|local|typeset|readonly)\s+(?:-\w+\s+)*([A-Za-z_]\w*)\b|\bunset\s+(?:-v\s+)?([A-Za-z_]\w*)|Set-Variable\s+(?:-Name\s+)?(\w+)/gi;
const reading =
  /\bread\s+((?:-[a-zA-Z]+(?:\s+\d+|\s+(?:"[^"\n]*"|'[^'\n]*'))?\s+)*)([A-Za-z_]\w*(?:[ \t]+[A-Za-z_]\w*)*)/g;

const loading =
  /^\s*(?:\.|source)\s+[^\s|;&]*(?:\benv\b|\.env|rc\b|vars|config|credentials)[^\s|;&]*|\beval\s|\bexport\s+\$\(|\bset\s+-a\b|\bsource\s+<\((?!.*completion)/m;

/** Whether a block loads variables from elsewhere, so that nobody can tell which are set behind it. */
export function loadsVariables(command: string): boolean {
  return loading.test(command);
}

/** The variables that a block sets itself, by whatever shell's means. */
export function assignedVariables(command: string): string[] {
  const assigned = [assignment, assignmentInPowerShell].flatMap((pattern) =>
    [...command.matchAll(pattern)].map(([, name = '']) => name),
  );
  const introduced = [...command.matchAll(introduction)].flatMap((match) => match.slice(1).filter(Boolean));
  const read = [...command.matchAll(reading)].flatMap(([, , names = '']) => names.split(/\s+/));
  return [...assigned, ...introduced, ...read];
}
