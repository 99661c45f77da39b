/** A command that does harm when it is run by mistake. */
export interface DangerousCommand {
  readonly pattern: RegExp;
  /** What it does, as the end of a sentence that begins with "This command". */
  readonly reason: string;
  /** `lost`: what it takes can't be had back. `disrupted`: the service suffers and recovers. */
  readonly harm: 'lost' | 'disrupted';
  /** What a runbook need not warn of all the same; who is about to run it is asked. */
  readonly mild?: RegExp;
}

const kube = String.raw`\b(?:kubectl|oc|k)\b[^|;&]*\s`;
const lost = (pattern: RegExp, reason: string): DangerousCommand => ({ pattern, reason, harm: 'lost' });
const disrupted = (pattern: RegExp, reason: string): DangerousCommand => ({ pattern, reason, harm: 'disrupted' });

/**
 * What is asked about before it runs, and needs a warning in a runbook; the first that matches says why. A pattern is held
 * against one command, continuations joined, comments left out.
 */
export const dangerousCommands: readonly DangerousCommand[] = [
  // Files and disks
  {
    ...lost(
      /(?<![-\w])(?<!s3 )rm\s+(?=(?:\S+\s+)*?(?:-[a-z]*r|-[a-z]*R|--recursive))/,
      'deletes whole folders for good',
    ),
    mild: /\s["']?\/tmp\/\w/,
  },
  lost(/(?<![-\w])(?<!s3 )rm\s+(?:-\w+\s+)*["']?[^\s"']*\*/, 'deletes every file that the pattern matches'),
  lost(
    /\bfind\b.*\s(?:-delete\b|-exec(?:dir)?\s+rm\b)|\bxargs\b[^|;]*\s(?:rm|shred)\b/,
    'deletes every file that is found',
  ),
  lost(
    /\bRemove-Item\b.*\s-r(?:ec|ecurse)?\b|\b(?:rd|rmdir)\s+\/s\b|\bdel\s+(?:\/\w\s+)*\/s\b/i,
    'deletes whole folders for good',
  ),
  lost(/\bshred\b|\bwipefs\b|\bblkdiscard\b/, 'wipes data for good'),
  lost(/\bdd\b.*\bof=(?!\/dev\/null)/, 'overwrites the disk or file that "of=" names'),
  lost(
    /\bmkfs(?:\.\w+)?\b|\bmkswap\b|\bFormat-Volume\b|\bClear-Disk\b|^\s*format\s+[a-z]:/i,
    'formats a disk and deletes all that is on it',
  ),
  lost(/\b(?:fdisk|parted|sgdisk)\b(?!.*\s(?:-l|--list|print)\b)/, 'changes the partitions of a disk'),
  lost(
    /\b(?:lv|vg|pv)remove\b|\bz(?:pool|fs)\s+destroy\b|\bmdadm\b.*--zero-superblock/,
    'deletes a volume with all its data',
  ),
  lost(/\btruncate\b.*\s-s\s*0\b|^\s*(?::|cat\s+\/dev\/null)?\s*>\s*\/\S/, 'empties a file'),
  lost(/>\s*\/dev\/(?:sd|nvme|vd|xvd|mapper)/, 'overwrites a disk'),
  lost(/\brsync\b.*\s--delete\b/, 'deletes what the source does not have'),

  // Databases
  lost(
    /\bDROP\s+(?:TABLE|DATABASE|SCHEMA|COLUMN|KEYSPACE|PARTITION|TABLESPACE|COLLECTION)\b|\bdropdb\b/i,
    'drops part of the database, with all its data',
  ),
  disrupted(
    /\bDROP\s+(?:(?:MATERIALIZED\s+)?VIEW|INDEX|ROLE|USER|OWNED|SEQUENCE|TRIGGER|FUNCTION|PROCEDURE|TYPE|CONSTRAINT|EXTENSION)\b|\bdropuser\b/i,
    'drops what others may use',
  ),
  lost(/\bTRUNCATE\s+(?:TABLE\s+)?["'`\w]/i, 'empties a table'),
  lost(/\bDELETE\s+FROM\b(?!.*\bWHERE\b)/i, 'deletes every row of a table'),
  lost(/\bDELETE\s+FROM\b/i, 'deletes rows of a table'),
  lost(/\bUPDATE\s+\S+\s+SET\b(?!.*\bWHERE\b)/i, 'changes every row of a table'),
  lost(/\bFLUSH(?:ALL|DB)\b/i, 'empties the cache or database'),
  lost(/\bredis-cli\b.*\s(?:DEL|UNLINK)\b/i, 'deletes stored keys'),
  lost(/\bRESET\s+(?:MASTER|(?:SLAVE|REPLICA)\s+ALL)\b/i, 'throws away what the replication goes by'),
  lost(/\bpg_resetwal\b/, 'throws away what the database has not written yet'),
  lost(
    /\bpg_restore\b.*\s(?:-\w*c\b|--clean)|\bmongorestore\b.*\s--drop\b|\bgcloud\b.*\ssql\s+backups\s+restore\b|\bheroku\b.*\spg:(?:reset|backups:restore|copy)\b/,
    'overwrites what the database holds',
  ),
  lost(
    /\b(?:rake|rails)\s+db:(?:drop|reset|schema:load)\b|\bartisan\s+(?:migrate:(?:fresh|reset|refresh)|db:wipe)\b|\bprisma\s+migrate\s+reset\b/,
    'empties the database',
  ),
  lost(/\.drop(?:Database)?\(|\.(?:deleteMany|remove)\(\s*(?:\{\s*\}\s*)?\)/, 'deletes the data of a collection'),
  lost(
    /\bkafka-topics\b.*--delete\b|\bcelery\b.*\s(?:purge|amqp\s+queue\.purge)\b|\brabbitmqctl\b.*\b(?:purge_queue|delete_queue|reset)\b/,
    'deletes messages that nobody has read',
  ),
  lost(
    /\bkafka-consumer-groups(?:\.sh)?\b(?=.*\s--reset-offsets\b).*\s--execute\b/,
    'leaves messages out, or has them handled again',
  ),
  lost(/\betcdctl\b.*\s(?:del|rm)\s|\bconsul\s+kv\s+delete\b|\bvault\b.*\s(?:delete|destroy)\s/, 'deletes stored keys'),

  // Kubernetes
  disrupted(
    new RegExp(`${kube}delete\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*(?:pods?|po|jobs?|replicasets?|rs)(?:[\\s/]|$)`),
    'stops a pod or job',
  ),
  disrupted(
    new RegExp(
      `${kube}delete\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*(?:events?|lease|certificate(?:request)?s?)(?:[\\s/]|$)`,
    ),
    'deletes what the cluster has to make anew',
  ),
  disrupted(
    new RegExp(`${kube}delete\\b.*\\s--cascade=(?:false|orphan)\\b`),
    'deletes an object and leaves what belongs to it behind',
  ),
  {
    ...lost(
      new RegExp(`${kube}delete\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*(?:namespaces?|ns|projects?)(?:[\\s/]|$)`),
      'deletes a namespace and everything in it',
    ),
    // What somebody has made to try something out.
    mild: /\s(?:namespaces?|ns|projects?)[\s/]+["']?\$?\{?(?:te?mp|test|scratch|sandbox|demo)(?:[-_}"'\s]|$)/i,
  },
  lost(
    new RegExp(`${kube}delete\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*(?:pvc?|persistentvolume(?:claim)?s?)(?:[\\s/]|$)`),
    'deletes a volume, and its data with it',
  ),
  disrupted(
    new RegExp(`${kube}delete\\s+(?:configmaps?|cm|deploy(?:ments?)?|services?|svc|secrets?)\\s+(?:my|test|tmp)-`),
    'deletes objects of the cluster',
  ),
  lost(
    new RegExp(
      `${kube}delete\\s+(?:-\\S+\\s+(?:[^-\\s]\\S*\\s+)?)*(?:deploy(?:ments?)?|statefulsets?|sts|secrets?|configmaps?|cm|crds?|customresourcedefinitions?|nodes?|all|ingress|services?|svc|clusters?)(?:[\\s/.]|$)|${kube}delete\\b.*\\s--all\\b`,
    ),
    'deletes what others need, and its settings with it',
  ),
  disrupted(new RegExp(`${kube}delete\\b`), 'deletes objects of the cluster'),
  lost(
    new RegExp(`${kube}patch\\b.*finalizers["']?\\s*:\\s*(?:null|\\[\\s*\\])`),
    'lets an object go without its clean-up',
  ),
  disrupted(new RegExp(`${kube}drain\\b`), 'evicts every pod of a node'),
  disrupted(new RegExp(`${kube}scale\\b.*--replicas[= ]0\\b`), 'stops every replica'),
  disrupted(new RegExp(`${kube}replace\\b.*--force`), 'deletes an object and creates it anew'),
  lost(/\bhelm3?\b[^|;]*\s(?:uninstall|delete|del)\s/, 'removes a release and its objects'),
  lost(
    /\bargocd\s+app\s+delete\b|\bvelero\s+backup\s+delete\b|\bflux\s+(?:delete|uninstall)\b/,
    'deletes it with all that belongs to it',
  ),

  // Infrastructure and clouds
  lost(
    /\b(?:terraform|tofu|terragrunt|pulumi)\b(?![^|;]*\s(?:plan|preview)\b)[^|;]*\s(?:destroy|-destroy)\b/,
    'destroys infrastructure',
  ),
  disrupted(/\b(?:terraform|tofu|terragrunt)\b[^|;]*\sapply\b.*-auto-approve/, 'changes infrastructure without asking'),
  disrupted(
    /\b(?:terraform|tofu)\b[^|;]*\s(?:state\s+(?:rm|push)|force-unlock|taint)\b/,
    'changes what Terraform knows of the infrastructure',
  ),
  lost(/\baws\b[^|;]*\spurge-queue\b/, 'deletes every message of a queue'),
  lost(/\baws\b[^|;]*\s(?:delete|terminate|purge|deregister|remove)-[\w-]+/, 'deletes resources of the account'),
  lost(
    /\baws\b[^|;]*\ss3(?:api)?\s+(?:rb\b|rm\b.*--recursive|sync\b.*--delete)|\bgsutil\b.*\s(?:rm|rb)\s/,
    'deletes objects of a bucket',
  ),
  lost(
    /\b(?:gcloud|az|doctl|eksctl|kops|ibmcloud|linode-cli|hcloud|openstack|cf|bosh|heroku|gh)\b[^|;]*\s(?:[\w-]*delete[\w-]*|purge|\w+:destroy)(?:\s|$)/,
    'deletes resources',
  ),
  disrupted(/\baws\b[^|;]*\s(?:reboot|stop|failover)-[\w-]+/, 'stops or restarts what serves'),

  // Containers
  lost(/\b(?:docker|podman|nerdctl)\b[^|;]*\s(?:system\s+prune|volume\s+(?:rm|prune))\b/, 'deletes volumes or images'),
  lost(
    /\b(?:docker|podman)(?:-|\s+)compose\b[^|;]*\sdown\b.*\s(?:-v\b|--volumes)/,
    'stops the services and deletes their volumes',
  ),
  disrupted(
    /\b(?:docker|podman|nerdctl)\b[^|;]*\s(?:rm|rmi|kill|stop)\s|\b(?:docker|podman)(?:-|\s+)compose\b[^|;]*\s(?:down|stop|kill|rm)\b/,
    'stops or removes containers',
  ),

  // Storage clusters
  lost(
    /\bceph\b[^|;]*\s(?:osd\s+(?:purge|destroy|rm|lost)|osd\s+pool\s+(?:delete|rm)|fs\s+rm|pg\s+\S+\s+mark_unfound_lost)\b|\b(?:rbd|rados)\b[^|;]*\s(?:rm|remove|purge)\s/,
    'deletes stored data',
  ),

  // Version control
  disrupted(
    /\bgit\b[^|;]*\spush\b.*\s--force-with-lease\b/,
    'overwrites the remote branch, where nobody else has pushed to it',
  ),
  lost(/\bgit\b[^|;]*\spush\b.*\s(?:--force\b|-f\b|--mirror\b|\+\S)/, 'overwrites the history of the remote branch'),
  lost(
    /\bgit\b[^|;]*\s(?:reset\s+--hard|clean\s+-\w*[fd]|branch\s+-D|filter-branch|filter-repo|reflog\s+expire)\b/,
    'throws away changes that are not pushed',
  ),

  // Machines
  disrupted(
    /(?:^|[;&|({]\s*|\b(?:sudo|then|do|else|nohup|exec|time)\s+(?:-\S+\s+)*|\s--\s+|["']|\bssh\s.*\s)(?:[\w/]*\/)?(?:reboot|shutdown|poweroff|halt|init\s+[06])\b(?!\s+--help)|\b(?:Stop|Restart)-Computer\b/,
    'restarts or stops a machine',
  ),
  disrupted(
    /\bsystemctl\b[^|;]*\s(?:stop|disable|mask|kill|isolate|reboot|poweroff)\b|\bservice\s+\S+\s+stop\b/,
    'stops a service',
  ),
  disrupted(
    /\b(?:pkill|killall)\s(?!-(?:HUP|USR\d|0)\b)|\bkill\s+(?:-9|-KILL|-SIGKILL|-s\s+KILL)\b/,
    'kills processes before they can clean up',
  ),
  disrupted(
    /\biptables\b.*\s(?:-F|--flush|-X)\b|\bnft\s+flush\b|\bufw\s+(?:disable|reset)\b|\bip\s+link\s+set\b.*\bdown\b|\bifdown\s/,
    'changes who can reach the machine, you too',
  ),
  lost(/\bcrontab\s+-r\b|\buserdel\b|\bdeluser\b/, 'deletes it without asking'),
  disrupted(/\bch(?:mod|own)\s+(?:-\w*R\w*|--recursive)\b/, 'changes the rights of every file below'),
  disrupted(/\/proc\/sysrq-trigger|:\(\)\s*\{/, 'brings the machine down'),
  disrupted(
    /\b(?:curl|wget|fetch)\b.*\|\s*(?:sudo\s+)?(?:-\S+\s+|env\s+|\w+=\S*\s+)*(?:[\w/]*\/)?(?:(?:ba|z|k|da|fi)?sh\b|(?:python[\d.]*|perl|ruby|node)\s*-?\s*(?:$|[;&|)]))|(?:\b(?:(?:ba|z|k|da)?sh|eval|source)|(?:^|[;&|]\s*)\.)\s+(?:-\w+\s+)?["']?<?(?:[$<]\(|`)\s*(?:curl|wget)\b|\b(?:iwr|irm|curl|wget|Invoke-WebRequest|Invoke-RestMethod|DownloadString)\b.*\|\s*(?:iex|Invoke-Expression)\b|\b(?:iex|Invoke-Expression)\b.*\b(?:iwr|irm|Invoke-WebRequest|Invoke-RestMethod|DownloadString)\b/,
    'runs a script from the network that nobody has read',
  ),
  lost(/\b(?:curl|awscurl|http|xh)\b.*\s(?:-X\s*|--request[= ])?["']?DELETE\b/, 'deletes what the address names'),
];

/** Programs that only show their words. */
const harmless = /^(?:echo|printf|grep|egrep|rg|man|type|which|alias|history|less|cat|test|\[)$/;
const dryRun = /\s(?:--dry-run(?:\b(?!=none)|=(?:client|server))|--what-if\b|-WhatIf\b)/;

/** What a command of a program does that needs a warning; undefined for an ordinary one. */
export function dangerOf(text: string, program: string): DangerousCommand | undefined {
  const plain = text.replace(/(?:^|\s)#\s.*$/, '');
  if (harmless.test(program) && !/[|;&]/.test(plain)) return undefined;
  if (dryRun.test(plain)) return undefined;
  return dangerousCommands.find(({ pattern, mild }) => pattern.test(plain) && !mild?.test(plain));
}

/** Whether a line does nothing but show its words, or try what it would do: nothing else is called by it. */
export function onlyShows(line: string, program: string): boolean {
  return !/[|;&`>\n]|[$<]\(/.test(line) && (harmless.test(program) || dryRun.test(line));
}
