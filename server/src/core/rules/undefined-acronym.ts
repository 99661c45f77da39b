import { list, otherwise, text } from '../shapes/describe.ts';
import { defineRule } from './rule.ts';

/** Abbreviations that whoever reads about incidents knows. */
const common = new Set(
  'AM API APIs AWS CDN CET CEST CI CD CLI CPU CPUs CSS CSV CTO DB DBs DDOS DNS EST EDT ETA EU FAQ GB GCP GET GMT GPU HTML HTTP HTTPS HTTPD ID IDs IC IO IP IPs IST JSON JVM KB LAN LTS MB MTTR MTTD N NA OK OKR OOM OS PDF PM POST PST PDT PR PRs PUT QA QPS RAM RPC SDK SEV SLA SLAs SLI SLIs SLO SLOs SMS SQL SRE SREs SSD SSH SSL TB TCP TLS TODO TTL UDP UI UK URL URLs US USA USD UTC UTF VM VMs VP VPN WAN XML YAML'.split(
    ' ',
  ),
);
const acronym = /(?<![\w/.@#$-])[A-Z][A-Z0-9]{1,5}s?(?![\w/.-]?\w)/g;

/** An abbreviation that the document uses and never explains. */
export const undefinedAcronym = defineRule({
  id: 'undefined-acronym',
  kinds: ['postmortem'],
  summary: 'An abbreviation is not explained.',
  level: 'off',
  fixable: false,
  options: {
    known: otherwise(list('Abbreviations that everybody in the team knows.', text('An abbreviation.')), []),
  },
  *check({ prose, text: written }, { options }) {
    const seen = new Set(options.known);
    for (const passage of prose) {
      for (const match of passage.words.matchAll(acronym)) {
        const [word] = match;
        if (seen.has(word) || common.has(word) || /^(?:P\d+|\D\d)$/.test(word)) continue;
        seen.add(word);
        if (isExplained(word, written) || isShouted(passage.words)) continue;
        yield {
          span: passage.spanOf(match.index, match.index + word.length),
          message: `"${word}" is not explained; write it out where it first comes up, with the abbreviation in parentheses.`,
        };
      }
    }
  },
});

/** "recovery time objective (RTO)", "RTO (recovery time objective)", "RTO: the time …". */
function isExplained(word: string, document: string): boolean {
  return new RegExp(`\\(${word}\\)|\\b${word}\\b[*_]* (?:\\([A-Za-z]|(?:stands for|is short for|means)\\b)`).test(
    document,
  );
}

/** A sentence in capitals has no abbreviations that could be told from its words. */
function isShouted(words: string): boolean {
  return (words.match(/[A-Z]/g)?.length ?? 0) > (words.match(/[a-z]/g)?.length ?? 0);
}
