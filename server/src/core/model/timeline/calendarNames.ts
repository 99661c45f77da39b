import { matchAt } from './lexing.ts';

/** How one language names months, January first, and weekdays, Sunday first. */
interface CalendarNames {
  readonly months: readonly string[];
  readonly weekdays: readonly string[];
}

function named(months: string, weekdays: string): CalendarNames {
  return { months: months.split(' '), weekdays: weekdays.split(' ') };
}

/** English, German, French, Spanish, Portuguese: a word of several languages is taken for the first one's. */
const languages: readonly CalendarNames[] = [
  named(
    'January February March April May June July August September October November December',
    'Sunday Monday Tuesday Wednesday Thursday Friday Saturday',
  ),
  named(
    'Januar Februar März April Mai Juni Juli August September Oktober November Dezember',
    'Sonntag Montag Dienstag Mittwoch Donnerstag Freitag Samstag',
  ),
  named(
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'dimanche lundi mardi mercredi jeudi vendredi samedi',
  ),
  named(
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'domingo lunes martes miércoles jueves viernes sábado',
  ),
  named(
    'janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro',
    'domingo segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado',
  ),
];

/** What a written name stands for. */
interface NamedPlace {
  /** Its index in the list of its language. */
  readonly index: number;
  readonly language: CalendarNames;
}

/** What is shorter or longer than the names and their first letters. */
const otherForms: Readonly<Record<string, string>> = {
  september: 'sept',
  janvier: 'janv',
  février: 'févr',
  märz: 'maerz',
};
const months = formsOf('months', (name) => [name, shortMonth(name), otherForms[name] ?? name]);
const weekdays = formsOf('weekdays', (name) => [name, name.replace('-feira', '')]);

/** Each form of a name, with its accents and without, in lower case. */
function formsOf(
  list: keyof CalendarNames,
  forms: (name: string) => readonly string[],
): ReadonlyMap<string, NamedPlace> {
  const found = new Map<string, NamedPlace>();
  for (const language of languages)
    for (const [index, name] of language[list].entries())
      for (const form of forms(name.toLowerCase()))
        for (const written of [form, withoutAccents(form)])
          if (!found.has(written)) found.set(written, { index, language });
  return found;
}

function withoutAccents(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '');
}

/** Three letters; "juin" and "juillet" differ in the fourth. */
function shortMonth(name: string): string {
  return name.slice(0, name.startsWith('jui') ? 4 : 3);
}

function anyOf(forms: Iterable<string>): string {
  return [...forms].toSorted((a, b) => b.length - a.length).join('|');
}

/** The source of a pattern that finds a month's name, whole or short; for patterns with the flags `i` and `u`. */
export const monthName = `(?:${anyOf(months.keys())})(?!\\p{L})`;
/** The same for how a month's name begins. */
export const monthStart = `(?:${anyOf(new Set([...months.keys()].map((name) => name.slice(0, 3))))})`;

/** The same for a weekday's name, written whole; for patterns with the flag `i`. */
export const weekdayName = `(?:${anyOf(weekdays.keys())})`;

const wholeWeekday = new RegExp(
  `(?<name>${weekdayName}|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|r|rs|ur)?)(?!\\p{L})\\.?,?\\s*(?:(?:the|den|dem|le|el|d[ií]a)\\s+)?`,
  'iuy',
);
/** What is short for a weekday before a date alone; "Mar 12" is a day in March, and "mar 12 mars" a Tuesday. */
const shortWeekday = new RegExp(
  `(?:(?:So|Mo|Di|Mi|Do|Fr|Sa)[.,]{1,2}|(?:dim|lun|mer|jeu|ven|sam|mi[ée]|jue|vie|s[áa]b|dom|seg|ter|qua|qui|sex)[.,]{0,2}|mar(?=[.,]{0,2}\\s\\d{1,2}\\s(?:de\\s)?${monthName})[.,]{0,2})\\s(?=\\d)`,
  'iuy',
);

/** The number of the month that a name stands for: 1 is January; undefined for other words. */
export function monthNumber(name: string): number | undefined {
  const place = months.get(name.toLowerCase());
  return place && place.index + 1;
}

/** The number of the weekday that a whole name stands for: 0 is Sunday; undefined for other words. */
export function weekdayNumber(name: string): number | undefined {
  return weekdays.get(name.toLowerCase())?.index;
}

/** The weekday that is named at a place, with what follows it up to the date: 0 is Sunday. */
export function weekdayAt(
  text: string,
  at: number,
  end: number,
): { readonly day: number; readonly end: number } | undefined {
  const match = matchAt(wholeWeekday, text, at, end);
  const name = match?.groups?.['name']?.toLowerCase();
  if (!match || name === undefined) return undefined;
  const day = weekdayNumber(name) ?? ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(name.slice(0, 3));
  return { day, end: at + match[0].length };
}

/** Where a short weekday ends that stands before a date in figures or of another language than English. */
export function shortWeekdayEnd(text: string, at: number, end: number): number | undefined {
  const match = matchAt(shortWeekday, text, at, end);
  return match && at + match[0].length;
}

/** A month's name in the language of one that is written, whole or short as that is; `month` is 1 for January. */
export function monthLike(written: string, month: number): string {
  const lower = written.toLowerCase();
  const { language } = months.get(lower) ?? { language: languages[0] };
  const isWhole = lower.length > 3 && language?.months.some((name) => name.toLowerCase() === lower);
  const name = language?.months[month - 1] ?? '';
  return casedLike(written, isWhole === true ? name : shortMonth(name));
}

/** A weekday's name in the language of one that is written, whole or as short as that is; `day` is 0 for Sunday. */
export function weekdayLike(written: string, day: number): string {
  const lower = withoutAccents(written.toLowerCase());
  const begins = (name: string): boolean => withoutAccents(name.toLowerCase()).startsWith(lower);
  const whole = weekdays.get(written.toLowerCase());
  // "Mo" and "Di" are German.
  const [, german] = languages;
  const language =
    whole?.language ?? (lower.length === 2 ? german : languages.find((one) => one.weekdays.some(begins)));
  const name = (language ?? languages[0])?.weekdays[day] ?? '';
  return casedLike(written, whole ? name : name.slice(0, lower.length === 2 ? 2 : 3));
}

function casedLike(model: string, name: string): string {
  if (model.length > 1 && model === model.toUpperCase()) return name.toUpperCase();
  return model === model.toLowerCase() ? name.toLowerCase() : name.charAt(0).toUpperCase() + name.slice(1);
}
