// Query words by which older sites told their pages apart under one path (`/?p=123`, `/?tabid=5&itemid=7`). Pure.

const WORDS = new Set([
  // Blogs.
  ...['p', 'page_id', 'post_id', 'attachment_id', 'cat', 'tag', 'author', 'm'],
  // Portals of communes and districts: numbers of a tab, a section, an item.
  ...['id', 'nid', 'tabid', 'cid', 'catid', 'cateid', 'mid', 'zoneid', 'itemid', 'item', 'docid'],
  ...['newsid', 'articleid', 'contentid', 'idtin', 'idbai', 'portalid', 'pageid', 'subid'],
  ...['option', 'view', 'module', 'mod', 'act', 'action', 'task', 'do', 'url', 'name', 'code'],
]);

/** As short as such numbers and names were; what is longer was no address. */
const LONGEST_VALUE = 100;

/** Whether a query may have been part of an address of a former site, in whatever case it is written. */
export function isFormerQuery(query: URLSearchParams): boolean {
  return [...query].some(
    ([word, value]) => WORDS.has(word.toLowerCase()) && value.length <= LONGEST_VALUE,
  );
}
