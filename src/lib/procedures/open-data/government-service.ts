// A procedure as schema.org's GovernmentService, for the head of its page: search engines and assistants read
// this one. The whole record stands in the linked data beside (./linked-data.ts).
import { viewProcedure } from '../record/public-view.ts';
import { said } from '../record/record.ts';
import { readFees, readTerm } from '../record/written-values.ts';
import { procedureUrl } from '../urls.ts';
import { durationOf, type PublicServiceFacts } from './linked-data.ts';

/** Without a context, which the page's own element adds. */
export function governmentServiceOf(facts: PublicServiceFacts): Record<string, unknown> {
  const { version, record, guide, origin, officeName } = facts;
  const { forWhom, result } = viewProcedure(record);
  const url = `${origin}${procedureUrl(version.code)}`;
  return {
    '@type': 'GovernmentService',
    '@id': url,
    url,
    name: record.title,
    identifier: version.code,
    ...(guide.summary && { description: guide.summary }),
    serviceType: said(record.field),
    audience: forWhom.map((name) => ({ '@type': 'Audience', audienceType: name })),
    provider: {
      '@type': 'GovernmentOrganization',
      '@id': `${origin}/#co-quan`,
      name: officeName,
    },
    ...(result && { serviceOutput: { '@type': 'Thing', name: result } }),
    availableChannel: record.filings.map((filing) => {
      const term = readTerm(filing);
      const isOnline = /trực tuyến/iu.test(filing.form ?? '');
      return {
        '@type': 'ServiceChannel',
        name: said(filing.form),
        processingTime: term && durationOf(term),
        ...(isOnline && guide.onlineUrl && { serviceUrl: guide.onlineUrl }),
      };
    }),
    offers: record.filings.flatMap((filing) =>
      readFees(filing).map(({ words, amount }) => ({
        '@type': 'Offer',
        name: said(filing.form),
        description: words,
        ...(amount !== null && { price: amount, priceCurrency: 'VND' }),
      })),
    ),
  };
}
