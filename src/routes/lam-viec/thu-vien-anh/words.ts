// What is asked of the library.

const LONGEST = 100;

/** Words that pictures are found by. */
export function mediaWords(url: URL): string {
  return (url.searchParams.get('q') ?? '').slice(0, LONGEST);
}
