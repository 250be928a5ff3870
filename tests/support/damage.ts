// What happens to documents on their way into an office.
import fc from 'fast-check';

/** No multiple of seven, so that steps of seven visit every line once. */
const HEAD_LINES = 12;

/** Lines joined, torn, lost, moved, doubled; cells of the head shuffled; letters taken apart; noise. */
export const blow = fc
  .record({
    kind: fc.constantFrom('join', 'tear', 'drop', 'move', 'twice', 'head', 'nfd', 'noise', 'blank'),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    noise: fc.string({ unit: 'binary', maxLength: 8 }),
  })
  .map(({ kind, at, noise }) => (words: string): string => {
    const place = Math.floor(at * words.length);
    const around = (middle: string): string => words.slice(0, place) + middle + words.slice(place);
    if (kind === 'nfd') return words.normalize('NFD');
    if (kind === 'noise') return around(noise);
    if (kind === 'tear') return around('\n');
    if (kind === 'blank') return around('\n\n');
    const lines = words.split('\n');
    if (kind === 'head') return shuffledHead(lines, at).join('\n');
    const line = Math.floor(at * (lines.length - 1));
    const [taken = ''] = lines.splice(line, 1);
    if (kind === 'move') lines.splice(Math.floor(at * at * lines.length), 0, taken);
    if (kind === 'twice') lines.splice(line, 0, taken, taken);
    if (kind === 'join') lines.splice(line, 1, `${taken} ${lines[line] ?? ''}`);
    return lines.join('\n');
  });

/** Cells of the head's two columns in another order: those of each line, and the lines themselves. */
function shuffledHead(lines: readonly string[], at: number): string[] {
  const head = lines.slice(0, HEAD_LINES).map((line) =>
    line
      .split(/(\t| {3,}| \| )/)
      .reverse()
      .join(''),
  );
  const from = Math.floor(at * head.length);
  const dealt = head.map((_, place) => head[(place * 7 + from) % head.length] ?? '');
  return [...dealt, ...lines.slice(HEAD_LINES)];
}
