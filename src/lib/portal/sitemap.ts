// The site map for machines (sitemaps.org) and what robots may read.

export interface SitemapEntry {
  readonly path: string;
  /** YYYY-MM-DD of the last change, where it is known. */
  readonly changed?: string;
}

export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.map(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    return `<url><loc>${escapeXml(origin + path)}</loc>${lastmod}</url>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${urls.join('\n')}\n</urlset>\n`;
}

/** A demonstration asks not to be read at all: its figures must not pass for real ones. */
export function robotsTxt(origin: string, isDemo: boolean): string {
  if (isDemo) return 'User-agent: *\nDisallow: /\n';
  return [
    'User-agent: *',
    'Disallow: /lam-viec',
    'Disallow: /dang-nhap',
    'Disallow: /tim-kiem',
    'Disallow: /luot-truy-cap.svg',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
