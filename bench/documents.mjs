// Documents of given sizes as teams write them, the same in each run.

const words =
  'api gateway checkout payments latency replica database queue worker certificate deploy rollback traffic region alert dashboard release customer timeout retry cache pool connection request error rate standby provider node cluster'.split(
    ' ',
  );

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function random(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** A runbook of about so many bytes: steps with a command each, in sections of a few hundred bytes. */
export function runbook(bytes, next) {
  const head = `# Runbook: ${phrase(next, 3)}\n\n## Symptoms\n\n- The alert \`${words[3]}High\` fires: ${phrase(next, 9)}\n- Support hears of ${phrase(next, 6)}\n\n## Impact\n\n- SEV-2: ${phrase(next, 8)}\n\n## Investigation Steps\n\n`;
  const foot = `## Escalation\n\n- Primary: Checkout team (#checkout-oncall)\n- Secondary: Platform team (#platform-oncall)\n- Escalation Manager: Head of Engineering\n\n## Related Runbooks\n\n- [${phrase(next, 2)}](https://example.com/runbooks/a)\n`;
  let steps = '';
  for (let n = 1; head.length + steps.length + foot.length < bytes; n++) {
    steps += `### ${n}. Look at the ${phrase(next, 3)}\n\n${sentence(next, 14)} See [the dashboard](https://example.com/d/${n}) for **${phrase(next, 2)}**.\n\n\`\`\`bash\nkubectl get pods -n ${phrase(next, 1)} | grep ${phrase(next, 1)}\n\`\`\`\n\nYou should see ${phrase(next, 7)}.\n\n`;
  }
  return head + steps + foot;
}

/** A postmortem of about so many bytes: a timeline, a table of actions, and an analysis in paragraphs below headings. */
export function postmortem(bytes, next) {
  const entries = Math.max(6, Math.round(bytes / 700));
  const head = `# Postmortem: ${phrase(next, 3)}\n\n**Date:** January 15, 2024\n**Authors:** @jonas\n**Status:** Draft\n**Severity:** SEV-2\n**Duration:** 1 hour 20 minutes\n\n## Summary\n\n${sentence(next, 20)}\n\n## Timeline (UTC)\n\n`;
  const actions = Array.from(
    { length: Math.max(3, Math.round(bytes / 3000)) },
    (_, n) => `| Add an alert on ${phrase(next, 5)} | @amina | 2024-03-${String(10 + (n % 18))} | Planned |\n`,
  ).join('');
  const foot = `## Action Items\n\n| Action | Owner | Due Date | Status |\n| --- | --- | --- | --- |\n${actions}\n## Lessons Learned\n\n1. ${sentence(next, 10)}\n`;
  let body = `${timeline(entries, next)}\n## Root Cause\n\n${sentence(next, 24)}\n\n`;
  for (let n = 1; head.length + body.length + foot.length < bytes; n++) {
    body += `### Factor ${n}: ${phrase(next, 3)}\n\n${Array.from({ length: 4 }, () => sentence(next, 16)).join(' ')}\n\n- ${sentence(next, 8)}\n- **${phrase(next, 2)}**: ${sentence(next, 10)}\n\n`;
  }
  return head + body + foot;
}

/** A postmortem whose timeline is nearly all of it. */
export function giantList(bytes, next) {
  const head = `# Postmortem: ${phrase(next, 3)}\n\n**Date:** January 15, 2024\n**Status:** Draft\n**Severity:** SEV-2\n\n## Summary\n\n${sentence(next, 20)}\n\n## Timeline (UTC)\n\n`;
  const list = timeline(Math.round(bytes / 85), next);
  return `${head}${list}\n## Action Items\n\n- [ ] Add an alert on ${phrase(next, 4)} (@amina, 2024-03-10)\n`;
}

function timeline(count, next) {
  let minute = 0;
  return Array.from({ length: count }, () => {
    minute += Math.floor(next() * 3);
    const day = count > 700 ? `2024-01-${String(15 + Math.floor(minute / 1440)).padStart(2, '0')} ` : '';
    const clock = `${day}${String(Math.floor(minute / 60) % 24).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
    return `- **${clock}** - ${phrase(next, 6)} in \`${phrase(next, 1)}\` (@wei): ${phrase(next, 4)}\n`;
  }).join('');
}

function sentence(next, count) {
  const text = phrase(next, count);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function phrase(next, count) {
  return Array.from({ length: count }, () => words[Math.floor(next() * words.length)]).join(' ');
}
