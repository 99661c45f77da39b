/** Most of a step's output that is kept, at its beginning and at its end, in UTF-16 code units. */
const keptHead = 64_000;
const keptTail = 192_000;

/** Stands behind an output whose end the editor has not given. */
const lateNote = '… the editor did not give the rest of this output in time; its terminal shows it …';

/** What a step writes into its terminal. */
export interface Output {
  /** All of it so far, escape sequences included, shortened in the middle; it says so where the rest did not come in time. */
  text(): string;
  /** Settles once the shell's integration has given its last part, or after `ms`. */
  complete(ms: number): Promise<void>;
}

/** Collects a terminal's output as it comes. It is to be read at once: what is written before nobody gets again. */
export function collect(parts: AsyncIterable<string>): Output {
  let head = '';
  let tail = '';
  let isCut = false;
  let isFinished = false;
  let isLate = false;
  const add = (part: string): void => {
    const room = keptHead - head.length;
    head += part.slice(0, Math.max(0, room));
    tail += part.slice(Math.max(0, room));
    if (tail.length <= 2 * keptTail) return;
    tail = tail.slice(-keptTail);
    isCut = true;
  };
  const read = async (): Promise<void> => {
    for await (const part of parts) add(part);
  };
  // A terminal that closes may end its stream with an error; what was read before stays.
  const finished = read()
    .catch(() => {})
    .then(() => void (isFinished = true));
  const kept = (): string => (isCut || tail.length > keptTail ? `${head}\n…\n${tail.slice(-keptTail)}` : head + tail);
  return {
    text: () => (isLate && !isFinished && head !== '' ? `${kept()}\n${lateNote}\n` : kept()),
    async complete(ms) {
      let timer: NodeJS.Timeout | undefined;
      await Promise.race([finished, new Promise((resolve) => (timer = setTimeout(resolve, ms)))]);
      clearTimeout(timer);
      isLate = !isFinished;
    },
  };
}
