// Headers that every answer carries. Pages bring their own content security policy (hashes made with
// the build); everything else gets the strictest one.

const ALWAYS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
};
/** What only a page can make use of. */
const OF_PAGES: Readonly<Record<string, string>> = {
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), browsing-topics=()',
  'cross-origin-opener-policy': 'same-origin',
};
/** Parts of pages, of which a page has many: what says nothing to a browser weighs on every telephone. */
const PART = /^(?:text\/css|font\/|image\/(?!svg))/;

const YEAR_SECONDS = 31_536_000;
const STRICT_POLICY = "default-src 'none'; base-uri 'none'; form-action 'none'";
/** Where the worker of quick entry lies. */
export const WORKER_PATH = '/service-worker.js';
/** A worker lives by the policy of its own file: this one fetches the page it keeps, from here only. */
export const WORKER_POLICY = `${STRICT_POLICY}; connect-src 'self'`;

/**
 * The headers an answer still lacks; what it already says itself is left as it is.
 *
 * @param secure whether the person's browser speaks https with us; HSTS over http is ignored by
 *   browsers and would mislead
 */
export function missingSecurityHeaders(answer: Headers, secure: boolean): Record<string, string> {
  // Drawings such as the access counter stand in pages as `<object>`, which counts as a frame.
  const type = answer.get('content-type') ?? '';
  const isDrawing = type.startsWith('image/svg+xml');
  const wanted: Record<string, string> = {
    ...ALWAYS,
    ...(PART.test(type) ? {} : OF_PAGES),
    'x-frame-options': isDrawing ? 'SAMEORIGIN' : 'DENY',
    'content-security-policy': `${STRICT_POLICY}; frame-ancestors ${isDrawing ? "'self'" : "'none'"}`,
  };
  if (secure) wanted['strict-transport-security'] = `max-age=${YEAR_SECONDS}`;
  return Object.fromEntries(Object.entries(wanted).filter(([name]) => !answer.has(name)));
}
