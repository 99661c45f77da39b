/** How long anybody waits for a server, in ms. */
const patience = 180_000;

/** What a server's answer comes to; undefined where that takes longer than anybody waits, and the server is ended then. */
export async function inTime(server, answer) {
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(resolve, patience)));
  const outcome = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (outcome === undefined) server.kill();
  return outcome;
}
