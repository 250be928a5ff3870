// Names of files that everyone sees.
import { expect, it } from 'vitest';
import { publicFileName } from './public-name.ts';

it.each([
  ['CCCD_030199001234.pdf', 'CCCD_**********34.pdf'],
  ['giay-moi 0912 345 678.docx', 'giay-moi **** *** *78.docx'],
  ['Ảnh họp thôn 12-05-2023.jpg', 'Ảnh họp thôn 12-05-2023.jpg'],
])('%s becomes %s', (name, shown) => {
  expect(publicFileName(name)).toBe(shown);
});
