// The office as machines read it (schema.org). Pure.
import type { Hotline, Site } from './site.server.ts';

/**
 * The commune's people's committee as a `GovernmentOrganization`; what isn't known is left out.
 * @param origin the site's own address, without a slash at its end
 */
export function describeOffice(
  site: Pick<Site, 'plainName' | 'committee' | 'superiors' | 'address' | 'telephoneHref' | 'email'>,
  hotlines: readonly Pick<Hotline, 'name' | 'href'>[],
  origin: string,
): Record<string, unknown> {
  const [superior] = site.superiors;
  const lines = hotlines.flatMap(({ name, href }) =>
    href ? [{ '@type': 'ContactPoint', contactType: name, telephone: dialled(href) }] : [],
  );
  return {
    ...nameOffice(site, origin),
    url: `${origin}/`,
    areaServed: { '@type': 'AdministrativeArea', name: site.plainName },
    ...(superior && {
      parentOrganization: { '@type': 'GovernmentOrganization', name: superior },
    }),
    ...(site.address && {
      address: {
        '@type': 'PostalAddress',
        streetAddress: site.address,
        addressCountry: 'VN',
      },
    }),
    ...(site.telephoneHref && { telephone: dialled(site.telephoneHref) }),
    ...(site.email && { email: site.email }),
    ...(lines.length > 0 && { contactPoint: lines }),
  };
}

/** The same office where another thing names it: one thing to machines, wherever it stands. */
export function nameOffice(
  { committee }: Pick<Site, 'committee'>,
  origin: string,
): Record<string, string> {
  return { '@type': 'GovernmentOrganization', '@id': `${origin}/#co-quan`, name: committee };
}

/** The number of a `tel:` address. */
function dialled(href: string): string {
  return href.replace(/^tel:/, '');
}
