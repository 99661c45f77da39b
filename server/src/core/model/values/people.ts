/** Words that name several people, whoever else is named beside them. */
const several =
  /\b(?:teams?|everyone|everybody|anyone|anybody|all|groups?|squads?|tribes?|guilds?|crews?|departments?|dept|committee|organi[sz]ation|engineers|developers|devs|admins|leads|leadership|management|members|on-?call)\b/i;
/** Departments, which name several people only when nothing else is said. */
const department =
  /^(?:(?:the|our|core|data|cloud|site|web|mobile|app|application|production|network|customer|database|payments?|search|internal|it|api)\s+)*(?:sres?|devops|dev|ops|operations|platform|infra(?:structure)?|backend|back-end|frontend|front-end|security|infosec|qa|dbas?|support|product|engineering|eng|marketing|legal|it|noc|network(?:ing)?|database|data|reliability|release|storage|observability|monitoring)$/i;

/** Whether the owner of an action is a group rather than a person: a team, a department, a channel, "everyone". */
export function namesGroup(owner: string): boolean {
  const parts = owner
    .replace(/\([^)]*\)/g, '')
    .split(/,|&|\band\b|\s\+\s/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length > 0 && parts.every(isGroup);
}

function isGroup(part: string): boolean {
  if (/^#|^@[\w.-]+\/[\w.-]+$/.test(part)) return true;
  const words = part
    .replace(/^@/, '')
    .replace(/[-_/]+/g, ' ')
    .trim();
  return several.test(words) || department.test(words);
}
