/** Names the sources that this program was built from; the build makes this module. */
declare module 'incident-docs:build' {
  const digest: string;
  export default digest;
}
