import { expect, it } from 'vitest';
import { describeOffice } from './described-office.ts';

const SITE = {
  plainName: 'xã Gò Mít',
  committee: 'Ủy ban nhân dân xã Gò Mít',
  superiors: ['Tỉnh Đồng Rộng'],
  address: 'Thôn Giữa',
  telephoneHref: 'tel:+842200000001',
  email: '',
};

it('names the office, whom it belongs to and how to reach it', () => {
  const hotlines = [
    { name: 'Đất đai', href: 'tel:+842200000002' },
    { name: 'Chưa gọi được', href: undefined },
  ];
  expect(describeOffice(SITE, hotlines, 'https://xa.example')).toEqual({
    '@type': 'GovernmentOrganization',
    '@id': 'https://xa.example/#co-quan',
    name: 'Ủy ban nhân dân xã Gò Mít',
    url: 'https://xa.example/',
    areaServed: { '@type': 'AdministrativeArea', name: 'xã Gò Mít' },
    parentOrganization: { '@type': 'GovernmentOrganization', name: 'Tỉnh Đồng Rộng' },
    address: { '@type': 'PostalAddress', streetAddress: 'Thôn Giữa', addressCountry: 'VN' },
    telephone: '+842200000001',
    contactPoint: [{ '@type': 'ContactPoint', contactType: 'Đất đai', telephone: '+842200000002' }],
  });
});

it('says nothing of what nobody knows', () => {
  const bare = { ...SITE, superiors: [], address: '', telephoneHref: undefined };
  const said = Object.keys(describeOffice(bare, [], 'https://xa.example'));
  expect(said).toEqual(['@type', '@id', 'name', 'url', 'areaServed']);
});
