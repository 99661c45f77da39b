/** What the features can do, all together; the build makes this module from them. */
declare module 'incident-docs:capabilities' {
  const capabilities: Readonly<Record<string, unknown>>;
  export default capabilities;
}
