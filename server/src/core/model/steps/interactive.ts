/** A command that waits for somebody to type. */
export interface InteractiveCommand {
  /** What it opens or asks, as the end of a sentence that begins with "This command". */
  readonly reason: string;
  /** What would run without anybody there. */
  readonly advice: string;
  /** True where what follows is meant for a shell or prompt that it opens, until "exit". */
  readonly nests: boolean;
}

const shell = String.raw`(?:(?:\/\S*\/)?(?:ba|z|a|da|k)?sh)(?:\s+-[li]+)?`;

const forms: readonly (Omit<InteractiveCommand, 'nests'> & { readonly pattern: RegExp; readonly nests?: true })[] = [
  {
    pattern: /^(?:vi|vim|nvim|nano|emacs|ed|joe)\s+\S|^(?:code|subl)\s.*(?:-w|--wait)\b|^sudoedit\b|^visudo\b/,
    reason: 'opens an editor',
    advice: 'write the change as a command, such as "sed -i" or a patch',
  },
  {
    pattern: /^crontab\s+-e\b|^helm\s+secrets\s+edit\b|^systemctl\s+edit\b|^git\s+rebase\s.*-i\b|^virsh\s+edit\b/,
    reason: 'opens an editor',
    advice: 'say what to change in it, or give a command or a file that makes the change',
  },
  {
    pattern: /^(?:kubectl|oc|k)\b[^|;]*\sedit\b/,
    reason: 'opens an editor',
    advice: 'write the change as a command, such as "kubectl patch"',
  },
  {
    pattern: new RegExp(
      `^(?:kubectl|oc|k|docker|podman|nerdctl|docker-compose|crictl)\\b[^|;]*\\s(?:exec|run|attach)\\b[^|;]*\\s${shell}\\s*$`,
    ),
    nests: true,
    reason: 'opens a shell of its own, and what follows does not run in it',
    advice: 'give the commands with it: sh -c "…"',
  },
  {
    pattern: /^(?:kubectl|oc|k)\b[^|;]*\s(?:rsh|debug)\s(?!.*\s--\s)[^|;]*$/,
    nests: true,
    reason: 'opens a shell of its own, and what follows does not run in it',
    advice: 'give the command with it, behind "--"',
  },
  {
    pattern: /^ssh\b(?!.*\s-[NfWOLTV])\s+(?:-\w+\s+(?:[^\s-]\S*\s+)?)*[\w.<>${}@-]+\s*$/,
    nests: true,
    reason: 'opens a shell on another machine, and what follows does not run there',
    advice: 'give the command with it: ssh HOST "…"',
  },
  {
    pattern:
      /^psql\b(?!.*\s(?:-\w*[cfl]\b|-[cf]|--command|--file|--list|-V|<))(?!.*<<?)[^|]*$|^(?:mysql|mariadb)\b(?!.*\s(?:-\w*e\b|-e|--execute|-V|<))(?!.*<<?)[^|]*$|^(?:mongo|mongosh|sqlite3|redis-cli|cqlsh|clickhouse-client)(?:\s+(?:-[hpunaP]\s?\S+|--(?:host|port|user|password|tls)\S*(?:\s\S+)?))*\s*$/,
    nests: true,
    reason: 'opens a prompt of its own, and what follows does not run in it',
    advice: 'give the query with it, as "psql -c" and "mysql -e" do',
  },
  {
    pattern:
      /^(?:python3?|node|irb|rails\s+c(?:onsole)?|bundle\s+exec\s+rails\s+c(?:onsole)?|iex|ipython|php\s+-a)\s*$/,
    nests: true,
    reason: 'opens a prompt of its own, and what follows does not run in it',
    advice: 'give it a script to run',
  },
  {
    pattern: /^chroot\s+\S+\s*$/,
    nests: true,
    reason: 'opens a shell of its own, and what follows does not run in it',
    advice: 'give the command with it, behind the folder',
  },
  { pattern: /^(?:less|more|man)\s+\S/, reason: 'opens a pager', advice: 'show it with "cat", "head" or "tail"' },
  {
    pattern: /^(?:passwd|su|sudo\s+(?:-[is]|su)\b|sudo\s+-i)\b/,
    nests: true,
    reason: 'asks for a password or opens a shell',
    advice: 'put "sudo" before each command',
  },
  {
    pattern:
      /^(?:fdisk|parted|mysql_secure_installation|aws\s+configure(?!\s+(?:set|get|list|export|import|sso))|gcloud\s+init)\b(?!.*\s(?:-l|--script|-s)\b)/,
    reason: 'asks questions',
    advice: 'give the answers with it',
  },
  {
    pattern:
      /^(?:apt(?:-get)?|yum|dnf)\s+(?:\S+\s+)*?(?:install|remove|upgrade|dist-upgrade|purge|autoremove)\b(?!.*\s(?:-\w*y\b|--yes|--assume-yes|-q?y))/,
    reason: 'asks before it goes on',
    advice: 'add -y',
  },
  {
    pattern:
      /^(?:terraform|tofu|terragrunt)\b[^|;]*\s(?:apply|destroy)\b(?!.*(?:-auto-approve|\.tfplan|\splan\.out|\.plan\b))[^|;]*$/,
    reason: 'asks before it goes on',
    advice: 'plan to a file first and apply that file, so that what was read is what is done',
  },
];

/** What a command wants from whoever runs it; undefined for one that needs nobody. */
export function readInteractive(text: string): InteractiveCommand | undefined {
  const plain = text
    .replace(/\s#\s.*$/, '')
    .replace(/^(?:sudo\s+(?!-[is]|su\b)(?:-\w\s+\S+\s+)?|time\s+|\w+=\S*\s+)+/, '');
  if (/^\s*(?:yes|echo|printf)\b.*\|/.test(plain)) return undefined;
  const form = forms.find(({ pattern }) => pattern.test(plain));
  return form && { reason: form.reason, advice: form.advice, nests: form.nests ?? false };
}
