/**
 * Gives back to the system what the process holds of memory and does not use any more. It stops the process for about a tenth
 * of a second, and is no part of the answer to anybody.
 */
export async function freeMemory(): Promise<void> {
  const { Session } = await import('node:inspector/promises');
  const session = new Session();
  session.connect();
  try {
    await session.post('HeapProfiler.collectGarbage');
  } finally {
    session.disconnect();
  }
}
