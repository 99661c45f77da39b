/** A command that runs until somebody stops it. */
export interface EndlessCommand {
  /** The program or flag that makes it so: `ping`, `-w`. */
  readonly because: string;
  /** What would be right, as the end of a sentence. */
  readonly advice: string;
  /** The command that ends by itself; undefined where none is known. */
  readonly ending: string | undefined;
}

interface Form {
  readonly program: RegExp;
  /** What makes it endless; undefined where it always is. */
  readonly when?: RegExp;
  /** What makes it end after all. */
  readonly unless?: RegExp;
  readonly advice: string;
  /** Turns it into one that ends. */
  readonly end?: (command: string) => string;
}

const kube = /^(?:kubectl|oc|k)$/;
const behind = String.raw`(?=\s|$|[|;&>])`;
const followFlag = new RegExp(String.raw`\s(?:-f|--follow(?:=true)?)${behind}`);
/** A `-f` behind "logs" follows; elsewhere it names a file. */
const followLogs = new RegExp(String.raw`(?<=\slogs?\b.*)\s(?:-f|--follow(?:=true)?)${behind}`);
/** `-fu broker`, `-tf`: short flags in one word, of which one follows. */
const clustered = (before: string, after: string): RegExp =>
  new RegExp(String.raw`\s-(?:(${before}+)f(${after}*)|f(${after}+))${behind}`);
const followJournal = clustered('[aeqxkm]', '[aeqxkmun]');
const followContainer = clustered('t', 't');
const followPods = new RegExp(String.raw`(?<=\slogs?\b.*)\s-f([ncl])${behind}`);
const watchFlag = new RegExp(String.raw`\s(?:-w|--watch(?:=true)?|--watch-only)${behind}`);
const tailFlag = /\s(?:-\w*[fF]|--follow(?:=\w+)?)(?=\s|$)/;
const leaveAway = 'leave it away';
const apart = 'run it in a terminal of its own, and say when to stop it';

const forms: readonly Form[] = [
  {
    program: /^ping6?$/,
    unless: /\s-[a-zA-Z]*[cnw]\s?\d|\s--count\b/,
    advice: 'add "-c 5"',
    end: (command) => command.replace(/\b(ping6?)\b/, '$1 -c 5'),
  },
  { program: kube, when: followLogs, advice: leaveAway, end: (command) => command.replace(followLogs, '') },
  {
    program: kube,
    when: followPods,
    advice: 'leave the "f" away',
    end: (command) => command.replace(followPods, ' -$1'),
  },
  { program: kube, when: watchFlag, advice: leaveAway, end: (command) => command.replace(watchFlag, '') },
  { program: kube, when: /\s(?:port-forward|proxy)\b(?!.*&\s*$)/, advice: apart },
  {
    program: /^(?:docker|podman|docker-compose|nerdctl)$/,
    when: followLogs,
    advice: leaveAway,
    end: (command) => command.replace(followLogs, ''),
  },
  {
    program: /^(?:docker|podman|docker-compose|nerdctl)$/,
    when: new RegExp(String.raw`(?<=\slogs?\b.*)${followContainer.source}`),
    advice: 'leave the "f" away',
    end: (command) => command.replace(followContainer, ' -$1$2$3'),
  },
  {
    program: /^tail$/,
    when: tailFlag,
    unless: /--pid/,
    advice: 'write "-n 100" in its place',
    end: (command) => command.replace(tailFlag, /\s-(?:n|\d)/.test(command) ? '' : ' -n 100'),
  },
  {
    program: /^journalctl$/,
    when: followFlag,
    advice: 'write "-n 100" in its place',
    end: (command) => command.replace(followFlag, /\s-n/.test(command) ? '' : ' -n 100'),
  },
  {
    program: /^journalctl$/,
    when: followJournal,
    advice: 'write "-n 100" in place of the "f"',
    end: (command) =>
      command
        .replace(followJournal, ' -$1$2$3')
        .replace(/\bjournalctl\b/, /\s-\w*n/.test(command) ? '$&' : '$& -n 100'),
  },
  {
    program: /^stern$/,
    unless: /\s--no-follow\b/,
    advice: 'add "--no-follow"',
    end: (command) => command.replace(/\bstern\b/, 'stern --no-follow'),
  },
  {
    program: /^top$/,
    unless: /\s-\w*b|\s-[ln]\s?\d|\s--version/,
    advice: 'write "top -b -n 1"',
    end: (command) => command.replace(/\btop\b/, 'top -b -n 1'),
  },
  { program: /^(?:htop|atop|iotop|iftop|nethogs|glances|k9s|nload)$/, unless: /\s-\w*b|\s-[ns]\s?\d/, advice: apart },
  {
    program: /^(?:while|until)$/,
    when: /^(?:while\s+(?:true|:|\[\[?\s*1\s*\]\]?|sleep\s+\S+)|until\s+false)(?=\s*;?\s*do\b|\s*$)/,
    unless: /\b(?:break|exit|return)\b/,
    advice: 'say how often, such as "for i in 1 2 3", and look at the result in between',
  },
  { program: /^watch$/, advice: 'run the command alone, and say how often to run it again' },
  {
    program: /^(?:vmstat|iostat|mpstat|sar|pidstat)$/,
    when: /\s\d+\s*$/,
    unless: /\s\d+\s+\d+\s*$/,
    advice: 'add how often, such as 5',
    end: (command) => `${command.trimEnd()} 5`,
  },
  {
    program: /^tcpdump$/,
    unless: /\s-\w*[cGr]\s?\S|\s--count\b/,
    advice: 'add "-c 100"',
    end: (command) => command.replace(/\btcpdump\b/, 'tcpdump -c 100'),
  },
  {
    program: /^(?:docker|podman)$/,
    when: /\sstats\b(?!.*--no-stream)/,
    advice: 'add "--no-stream"',
    end: (command) => command.replace(/\bstats\b/, 'stats --no-stream'),
  },
  { program: /^(?:python3?|nc|ncat|netcat)$/, when: /\s-m\s+http\.server\b|\s-\w*l\b/, advice: apart },
  { program: /^dmesg$/, when: watchFlag, advice: leaveAway, end: (command) => command.replace(watchFlag, '') },
  {
    program: /^redis-cli$/,
    when: /\s(?:--latency(?:-history|-dist)?|--stat|monitor|p?subscribe)\b/i,
    advice: apart,
  },
];

/** Why a command never ends by itself, and how it would; undefined for one that does, or runs in the background. */
export function readEndless(text: string, program: string): EndlessCommand | undefined {
  if (/(?<!&)&\s*$/.test(text) || /^\s*(?:sudo\s+)?timeout\s/.test(text) || /\|\s*head\b/.test(text)) return undefined;
  for (const { program: name, when, unless, advice, end } of forms) {
    if (!name.test(program) || (when && !when.test(text)) || unless?.test(text)) continue;
    const ending = end?.(text);
    return { because: when?.exec(text)?.[0].trim() ?? program, advice, ending: ending === text ? undefined : ending };
  }
  return undefined;
}
