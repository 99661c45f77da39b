/** The built-in templates, by `kind/name`; the build makes this module from `server/templates/`. */
declare module 'incident-docs:templates' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}

/** The rules' pages, by rule id; the build makes this module from `server/docs/rules/`. */
declare module 'incident-docs:rule-pages' {
  const texts: Readonly<Record<string, string>>;
  export default texts;
}
