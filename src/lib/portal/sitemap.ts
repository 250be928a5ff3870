// The site map for machines (sitemaps.org) and what robots may read.
import { englishOf } from '#lib/ui/index.ts';

export interface SitemapEntry {
  readonly path: string;
  /** YYYY-MM-DD of the last change, where it is known. */
  readonly changed?: string;
}

/** A page that is there in English too is named in both languages, and each names the other. */
export function sitemapXml(origin: string, entries: readonly SitemapEntry[]): string {
  const urls = entries.flatMap(({ path, changed }) => {
    const lastmod = changed ? `<lastmod>${changed}</lastmod>` : '';
    const english = englishOf(path);
    if (english === undefined) return [urlXml(origin + path, lastmod)];
    const twins = Object.entries({ vi: path, en: english }).map(
      ([language, twin]) =>
        `<xhtml:link rel="alternate" hreflang="${language}" href="${escapeXml(origin + twin)}"/>`,
    );
    return [path, english].map((one) => urlXml(origin + one, lastmod + twins.join('')));
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${urls.join('\n')}\n</urlset>\n`;
}

function urlXml(address: string, about: string): string {
  return `<url><loc>${escapeXml(address)}</loc>${about}</url>`;
}

/** A demonstration asks not to be read at all: its figures must not pass for real ones. */
export function robotsTxt(origin: string, isDemo: boolean): string {
  if (isDemo) return 'User-agent: *\nDisallow: /\n';
  return [
    'User-agent: *',
    'Disallow: /lam-viec',
    'Disallow: /dang-nhap',
    'Disallow: /tim-kiem',
    'Disallow: /en/search',
    'Disallow: /luot-truy-cap.svg',
    `Sitemap: ${origin}/sitemap.xml`,
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
