// White space as a reader sees it: any run of it is one space, none at the ends.

/**
 * Every run of white space (line ends, tabs, no-break spaces) becomes one space; the ends are
 * trimmed. Letters and accents stay as they are. Two pieces of a document say the same when their
 * collapsed texts are equal.
 */
export function collapse(text: string): string {
  // Only what isn't a single space already: most texts have next to nothing to change.
  return text.replace(/[^\S ]\s*| \s+/gu, ' ').trim();
}
