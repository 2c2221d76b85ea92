/**
 * A text in lines of at most so many characters, broken by hand between words: not every program makes a row higher for
 * wrapped text. What does not fit into `most` lines makes the last one longer.
 */
export function brokenText(text: string, characters: number, most = Infinity): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.length - 1;
    const joined = `${lines[last] ?? ''} ${word}`;
    if (lines.length > 0 && (joined.length <= characters || lines.length === most)) lines[last] = joined;
    else lines.push(word);
  }
  return lines;
}
