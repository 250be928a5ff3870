import { describe, expect, it } from 'vitest';
import { emptyGuide } from '../guide/guide.ts';
import { bareRecord } from '../record/record.ts';
import type { ProcedureVersion } from '../versions/versions.ts';
import { governmentServiceOf } from './government-service.ts';
import { publicServiceOf } from './linked-data.ts';

const version: ProcedureVersion = {
  code: '1.001193',
  number: 1,
  changeId: 'x',
  status: 'in-force',
  recordSha256: '',
  title: 'Đăng ký khai sinh',
  field: 'Hộ tịch',
  levels: '',
  audience: '',
  decision: '',
  decidedOn: null,
  effectiveFrom: '2023-01-06',
  recordedAt: '2023-01-06T00:00:00.000Z',
  isUndone: false,
};

describe('linked data', () => {
  const facts = {
    version,
    record: {
      ...bareRecord({ code: '1.001193', suffix: null, title: 'Đăng ký khai sinh' }),
      filings: [
        { form: 'Trực tiếp', term: '2 Giờ', fee: 'Phí : 8.000 Đồng' },
        { form: 'Trực tuyến', term: '3 Ngày làm việc', fee: 'theo nghị quyết' },
      ],
    },
    guide: emptyGuide,
    origin: 'https://xa.example',
    officeName: 'Xã An Bình',
  };
  const service = publicServiceOf(facts);

  it('says the same to search engines, each way of filing with its own time and charge', () => {
    expect(governmentServiceOf(facts)).toMatchObject({
      '@type': 'GovernmentService',
      name: 'Đăng ký khai sinh',
      availableChannel: [
        { name: 'Trực tiếp', processingTime: 'PT2H' },
        { name: 'Trực tuyến', processingTime: undefined },
      ],
      offers: [
        { name: 'Trực tiếp', price: 8000, priceCurrency: 'VND' },
        { name: 'Trực tuyến', description: 'theo nghị quyết' },
      ],
    });
  });

  it('says amounts and durations where they are ones, and words where they are not', () => {
    expect(service['cv:hasCost']).toMatchObject([
      { 'cv:value': 8000, 'cv:currency': 'VND' },
      { 'dct:description': { '@value': 'theo nghị quyết' } },
    ]);
    expect(service['cv:hasCost'][1]).not.toHaveProperty(['cv:value']);
    const [hours, workingDays] = service['cv:hasChannel'];
    expect(hours).toMatchObject({ 'cv:processingTime': { '@value': 'PT2H' } });
    expect(workingDays).not.toHaveProperty(['cv:processingTime']);
  });

  it('is named by the address people open', () => {
    expect(service['@id']).toBe('https://xa.example/thu-tuc/1.001193');
  });
});
