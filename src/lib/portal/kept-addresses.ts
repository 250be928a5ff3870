// Which public addresses may be answered from memory, and the query words that change what they say.
import { isFormerQuery } from './addresses/former-query.ts';
import { readLook, writeLook } from './look.ts';
import { termWords } from './term-question.ts';
import { isPublicPage } from './visits/tally.ts';

const FEEDS = /\.(xml|json|ics|csv|txt)$/;
/** An empty choice is one too: the form sends it. */
const SLUG = /^[a-z0-9-]{0,120}$/;
/** The code of a procedure has a point in it, and is no file. */
const CODE = /^\d+\.\d+$/;
/** Files of the office are streamed from their store. */
const STORED = /^\/tep\/|\/ban-goc$|\/mau\//;

export const keptAddresses = {
  /** Every word that a public page asks of its address; a test reads the pages for others. */
  words: {
    trang: /^[1-9]\d{0,3}$/,
    nam: /^(19|20)\d\d$/,
    // What people search for is as good as endless, and nobody's business.
    q: /(?!)/,
    nen: /^(sang|toi)$/,
    chu: /^lon$/,
    ngay: /^(19|20)\d\d-\d\d-\d\d$/,
    'ke-hoach': SLUG,
    viec: SLUG,
    'linh-vuc': SLUG,
    'doi-tuong': SLUG,
    loai: /^[A-Za-zĐđ]{0,8}$/,
    'hieu-luc': /^(con|het)?$/,
    nguon: /^(xa|den)?$/,
    // A field of work in the office's own words: as good as endless.
    ve: /(?!)/,
    // Which part of a draft a comment begins with.
    phan: /(?!)/,
    // Where a reader came from to choose a look.
    tiep: /(?!)/,
    // Results of a search are never kept, in whatever order.
    xep: /(?!)/,
    // A sheet's number only leads on to its page.
    so: /(?!)/,
    // Each question of the calculator is somebody's own; its empty form is kept.
    ...Object.fromEntries(termWords.map((word) => [word, /(?!)/])),
  } as Readonly<Record<string, RegExp>>,
  /** The same path was many pages on older sites: where each led is asked for anew. */
  isFormerQuery,
  /** The same page in larger letters or other colours is another page; there are few, and usually one. */
  variantOf: (cookies: string | undefined): string => writeLook(readLook(cookies)),
  mayKeep(path: string): boolean {
    if (STORED.test(path)) return false;
    const isOpen = isPublicPage(path) || path.startsWith('/api/v1/');
    const last = path.slice(path.lastIndexOf('/') + 1);
    return isOpen && (!last.includes('.') || FEEDS.test(last) || CODE.test(last));
  },
};
