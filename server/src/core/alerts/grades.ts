/** How grave services call things, from the gravest on; a team's severities are gone down in step. */
const grades: readonly RegExp[] = [
  /^(?:critical|page|emergency|fatal|disaster|p1|sev-?1|urgent)$/i,
  /^(?:high|error|major|p2|sev-?2)$/i,
  /^(?:warning|warn|medium|moderate|minor|p3|sev-?3|average)$/i,
  /^(?:info|information|informational|low|notice|none|planning|p4|p5|sev-?4)$/i,
];

/** How grave a word is, 0 for the gravest; undefined for one that no service uses. */
export function gradeOf(word: string): number | undefined {
  const grade = grades.findIndex((words) => words.test(word.trim()));
  return grade === -1 ? undefined : grade;
}

/** The gravest of the words; the first where nobody knows how grave any is. */
export function gravestOf(words: readonly string[]): string | undefined {
  const known = words.flatMap((word) => {
    const grade = gradeOf(word);
    return grade === undefined ? [] : [{ word, grade }];
  });
  return known.toSorted((a, b) => a.grade - b.grade)[0]?.word ?? words[0];
}
