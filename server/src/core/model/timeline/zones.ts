import { ownWords } from '../../text/slice.ts';
import type { Span } from '../../text/span.ts';
import { matchAt } from './lexing.ts';
import type { StatedZone } from './timeline.ts';
import { longestPlace, meantBy } from './zoneMeanings.ts';

/**
 * Abbreviations and what they mean. One that says standard or summer time is a fixed offset whatever the season; `PT`
 * and its like follow the clock of the place. Undefined: used by several countries at once.
 */
const abbreviations: Readonly<Record<string, string | undefined>> = {
  UTC: 'UTC',
  GMT: 'UTC',
  WET: 'UTC',
  WEST: '+01:00',
  BST: '+01:00',
  WAT: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  MET: '+01:00',
  MEZ: '+01:00',
  MESZ: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  IDT: '+03:00',
  SAST: '+02:00',
  EAT: '+03:00',
  TRT: '+03:00',
  GST: '+04:00',
  NPT: '+05:45',
  ICT: '+07:00',
  WIB: '+07:00',
  PHT: '+08:00',
  MYT: '+08:00',
  MSK: '+03:00',
  PKT: '+05:00',
  SGT: '+08:00',
  HKT: '+08:00',
  AWST: '+08:00',
  JST: '+09:00',
  KST: '+09:00',
  ACST: '+09:30',
  ACDT: '+10:30',
  AEST: '+10:00',
  AEDT: '+11:00',
  AET: 'Australia/Sydney',
  NZST: '+12:00',
  NZDT: '+13:00',
  NST: '-03:30',
  NDT: '-02:30',
  BRT: '-03:00',
  ART: '-03:00',
  PET: '-05:00',
  COT: '-05:00',
  AST: '-04:00',
  ADT: '-03:00',
  EST: '-05:00',
  EDT: '-04:00',
  CST: '-06:00',
  CDT: '-05:00',
  MST: '-07:00',
  MDT: '-06:00',
  PST: '-08:00',
  PDT: '-07:00',
  AKST: '-09:00',
  AKDT: '-08:00',
  HST: '-10:00',
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
  IST: undefined,
};

/** Winter and summer time named together, and places named in words; the clock of the place is meant. */
const places: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/^(?:pst\/pdt|pdt\/pst|(?:u\.?[cs]\.?[ /])?pacific)\b/i, 'America/Los_Angeles'],
  [/^(?:mst\/mdt|mdt\/mst|(?:u\.?s\.?[ /])?mountain)\b/i, 'America/Denver'],
  [/^(?:cst\/cdt|cdt\/cst|(?:u\.?s\.?[ /])?central)\b/i, 'America/Chicago'],
  [/^(?:est\/edt|edt\/est|(?:u\.?s\.?[ /])?eastern)\b/i, 'America/New_York'],
  [/^(?:cet\/cest|cest\/cet|berlin)\b/i, 'Europe/Berlin'],
  [/^(?:gmt\/bst|bst\/gmt|london|uk|british)\b/i, 'Europe/London'],
  [/^(?:aest\/aedt|aedt\/aest|sydney)\b/i, 'Australia/Sydney'],
  [/^(?:nzst\/nzdt|nzdt\/nzst|auckland)\b/i, 'Pacific/Auckland'],
  [/^(?:wet\/west|west\/wet|lisbon)\b/i, 'Europe/Lisbon'],
  [/^(?:utc\/gmt|gmt\/utc|utc\/zulu|zulu)\b/i, 'UTC'],
  [/paris\b/i, 'Europe/Paris'],
  [/madrid\b/i, 'Europe/Madrid'],
  [/bras[íi]lia/i, 'America/Sao_Paulo'],
  [/^moscow\b/i, 'Europe/Moscow'],
  [/^beijing\b|^china\b/i, 'Asia/Shanghai'],
  [/^india\b/i, 'Asia/Kolkata'],
  [/^z[uü]rich\b/i, 'Europe/Zurich'],
  [/^amsterdam\b/i, 'Europe/Amsterdam'],
  [/^copenhagen\b/i, 'Europe/Copenhagen'],
  [/^oslo\b/i, 'Europe/Oslo'],
  [/^stockholm\b/i, 'Europe/Stockholm'],
  [/^helsinki\b/i, 'Europe/Helsinki'],
  [/^tokyo|^japan\b/i, 'Asia/Tokyo'],
  [/^singapore\b/i, 'Asia/Singapore'],
];

/** Names that are written out and mean a fixed offset. */
const fixedNames: readonly (readonly [pattern: RegExp, id: string])[] = [
  [/^coordinated universal time|^universal time|^greenwich mean time/i, 'UTC'],
  [/^central european summer time/i, '+02:00'],
  [/^central european(?: standard)? time/i, '+01:00'],
  [/^british summer time/i, '+01:00'],
  [/^pacific standard time/i, '-08:00'],
  [/^pacific daylight time/i, '-07:00'],
  [/^mountain standard time/i, '-07:00'],
  [/^mountain daylight time/i, '-06:00'],
  [/^central standard time/i, '-06:00'],
  [/^central daylight time/i, '-05:00'],
  [/^eastern standard time/i, '-05:00'],
  [/^eastern daylight time/i, '-04:00'],
  [/^indian? standard time/i, '+05:30'],
  [/^irish standard time/i, '+01:00'],
  [/^israel standard time/i, '+02:00'],
  [/^china standard time/i, '+08:00'],
];

const abbreviationNames = Object.keys(abbreviations)
  .toSorted((a, b) => b.length - a.length)
  .join('|');
const areas = 'Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Europe|Indian|Pacific|Etc|US|Canada';
const city = `(?:${areas})/[A-Z][A-Za-z_+-]*\\d{0,2}(?:/[A-Z][A-Za-z_]+)?`;
/** A minus with spaces around it is a dash: `14:23 UTC - 5 pods crashed`. */
const signed = '(?:UTC|GMT)(?:\\s?\\+\\s?|[−–-])\\d{1,2}(?::?\\d{2})?(?!\\d)';
const pair =
  '(?:PST/PDT|PDT/PST|MST/MDT|MDT/MST|CST/CDT|CDT/CST|EST/EDT|EDT/EST|CET/CEST|CEST/CET|GMT/BST|BST/GMT|UTC/GMT|GMT/UTC|AEST/AEDT|NZST/NZDT|WET/WEST)';
const inlineName =
  '(?:US |U\\.S\\. )?(?:Pacific|Eastern|Central|Mountain)(?: (?:Standard|Daylight))? Time|Pacific(?! [A-Z])|local time|UK time';
/** Beside a time only what is certain: an upper-case abbreviation, an offset, the name of a zone. */
const inline = new RegExp(
  `(?:${city}|\\+UTC(?![\\w+-])|${signed}|${pair}|(?:${abbreviationNames}|Z|utc|gmt)(?![A-Za-z0-9/])|${inlineName})`,
  'y',
);
const bareOffset = /[+−-]\d{2}:?\d{2}(?!\d)/y;

const spelled =
  'coordinated universal time|universal time|greenwich mean time|central european(?: summer| standard)? time|british summer time|(?:us |u\\.s\\. )?(?:pacific|eastern|central|mountain)(?: standard| daylight)? time|(?:indian?|irish|israel|china) standard time|(?:london|uk|berlin|paris|z[uü]rich|amsterdam|copenhagen|oslo|stockholm|helsinki|lisbon|sydney|auckland|tokyo|japan|singapore|madrid|bras[íi]lia|moscow|beijing|china|india) time|(?:heure|hora|hor[áa]rio) de (?:paris|madrid|bras[íi]lia)|zulu time|local time|u[cs]/(?:pacific|eastern|central|mountain)';
/** In running text abbreviations count in upper case alone ("we met", "it is"), names in any case. */
const abbreviated = new RegExp(
  `(?<![A-Za-z0-9/])(?:${city}|${signed}|${pair}|(?:${abbreviationNames})(?![A-Za-z0-9/]|-\\w))`,
  'g',
);
const spelledOut = new RegExp(`(?<![A-Za-z0-9])(?:utc|gmt|${spelled}|pacific|eastern)(?![A-Za-z0-9])`, 'gi');
const exactOffset = new RegExp(`\\s?[(/,]?\\s?(${signed})`, 'y');

/** The zone that stands beside a time; `afterExactTime` also reads a bare negative offset: `14:23:00-05:00`. */
export function zoneAt(text: string, at: number, end: number, afterExactTime: boolean): StatedZone | undefined {
  const bare = afterExactTime || text[at] === '+';
  const match = matchAt(inline, text, at, end) ?? (bare ? matchAt(bareOffset, text, at, end) : undefined);
  return match && zoneOf(match[0], { start: at, end: at + match[0].length });
}

/**
 * The first zone that a piece of text names, for headings, column headers and sentences about the times. An offset after
 * a name says exactly what is meant and wins: `PST (UTC-7)`.
 */
export function findZone(text: string, within: Span): StatedZone | undefined {
  const words = text.slice(within.start, within.end);
  const short = matchAt(abbreviated, words, 0, words.length);
  const long = matchAt(spelledOut, words, 0, words.length);
  const match = short && long ? firstOrLonger(short, long) : (short ?? long);
  if (!match) return undefined;
  const end = match.index + match[0].length;
  const found = zoneOf(match[0], { start: within.start + match.index, end: within.start + end });
  const exact = matchAt(exactOffset, words, end, words.length);
  const id = exact ? offsetId(exact[1] ?? '') : meantBy(match[0], words.slice(end, end + longestPlace));
  return id === undefined ? found : { ...found, id, isCertain: true };
}

function firstOrLonger(a: RegExpExecArray, b: RegExpExecArray): RegExpExecArray {
  if (a.index !== b.index) return a.index < b.index ? a : b;
  return a[0].length >= b[0].length ? a : b;
}

/** Whether a zone's name can mean several offsets, as `PST/PDT`, `IST`, `CST` and `local time` do, and nothing says which. */
export function isAmbiguousZone({ name, id, isCertain }: StatedZone): boolean {
  return id === undefined || (!isCertain && /^\w{3,4}\/\w{3,4}$|^CST$/i.test(name));
}

function zoneOf(name: string, place: Span): StatedZone {
  const own = ownWords(name);
  return { name: own, span: place, id: idOf(own) };
}

function idOf(name: string): string | undefined {
  // Block explorers write "06:17:19 PM +UTC".
  const upper = name.toUpperCase().replace(/^\+(?=UTC$)/, '');
  if (upper === 'Z') return 'UTC';
  if (Object.hasOwn(abbreviations, upper)) return abbreviations[upper];
  if (/[+−–-]\s?\d/.test(name)) return offsetId(name);
  const known = [...fixedNames, ...places].find(([pattern]) => pattern.test(name))?.[1];
  return known ?? (name.includes('/') && !/^u[cs]\//i.test(name) ? name : undefined);
}

function offsetId(written: string): string | undefined {
  const match = /([+−–-])\s?(\d{1,2}):?(\d{2})?$/.exec(written);
  if (!match || Number(match[2]) > 14 || Number(match[3] ?? 0) > 59) return undefined;
  const [, sign, hours = '', minutes = '00'] = match;
  if (Number(hours) === 0 && Number(minutes) === 0) return 'UTC';
  return `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
}
