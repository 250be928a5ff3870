/** Renders components as the server does and looks at what a screen reader or a phone relies on. */
import { createRawSnippet, type Component } from 'svelte';
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import Breadcrumbs from './Breadcrumbs.svelte';
import Button from './Button.svelte';
import Card from './Card.svelte';
import Checkbox from './Checkbox.svelte';
import Choices from './Choices.svelte';
import CoverageMatrix from './CoverageMatrix.svelte';
import DataTable from './DataTable.svelte';
import DateField from './DateField.svelte';
import DefinitionList from './DefinitionList.svelte';
import Disclosure from './Disclosure.svelte';
import EmptyState from './EmptyState.svelte';
import ErrorPage from './ErrorPage.svelte';
import ErrorSummary from './ErrorSummary.svelte';
import FileField from './FileField.svelte';
import FileLink from './FileLink.svelte';
import Icon from './Icon.svelte';
import { ICONS, type IconName } from './icons.ts';
import LinkButton from './LinkButton.svelte';
import Meter from './Meter.svelte';
import MonthBars from './MonthBars.svelte';
import MonthStrip from './MonthStrip.svelte';
import Notice from './Notice.svelte';
import OfficialDocument from './OfficialDocument.svelte';
import PageHeader from './PageHeader.svelte';
import Pagination from './Pagination.svelte';
import Select from './Select.svelte';
import SiteFooter from './SiteFooter.svelte';
import SiteHeader from './SiteHeader.svelte';
import SkipLink from './SkipLink.svelte';
import SearchBox from './SearchBox.svelte';
import Stat from './Stat.svelte';
import StatusMark from './StatusMark.svelte';
import Steps from './Steps.svelte';
import Tabs from './Tabs.svelte';
import Tag from './Tag.svelte';
import TextArea from './TextArea.svelte';
import TextField from './TextField.svelte';
import Timeline from './Timeline.svelte';
import WhyPanel from './WhyPanel.svelte';

const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

type Draw<Props extends Record<string, unknown>> = (
  component: Component<Props, object, string>,
  options: { props: Props },
) => { body: string };

/** The HTML a component sends, without the comments that mark places for the browser. */
function draw<Props extends Record<string, unknown>>(
  component: Component<Props, object, string>,
  props: Props,
): string {
  const html = (render as Draw<Props>)(component, { props }).body.replace(/<!--.*?-->/g, '');
  expect(html, 'a strict policy blocks style attributes').not.toMatch(/\sstyle=/);
  expect(html, 'and handlers').not.toMatch(/\son[a-z]+=/);
  return html;
}

describe('fields', () => {
  test('a text field ties label, hint and error to its input', () => {
    const html = draw(TextField, { name: 'viec', label: 'Việc', hint: 'Gợi ý', error: 'Thiếu' });
    expect(html).toContain('for="o-viec"');
    expect(html).toMatch(/id="o-viec-goi-y"[^>]*>Gợi ý/);
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('aria-describedby="o-viec-goi-y o-viec-loi"');
    expect(html.indexOf('o-viec-loi"')).toBeLessThan(html.indexOf('<input'));
  });

  test('a field without error says nothing of being wrong, and that it may stay empty', () => {
    const html = draw(TextField, { name: 'ten', label: 'Tên' });
    expect(html).not.toContain('aria-invalid');
    expect(html).not.toContain('aria-describedby');
    expect(html).toContain('(không bắt buộc)');
    expect(draw(TextField, { name: 'ten', label: 'Tên', required: true })).not.toContain(
      'bắt buộc',
    );
  });

  test('what was typed stands in the answer', () => {
    expect(draw(TextField, { name: 'a', label: 'A', value: 'Ủy ban' })).toContain('value="Ủy ban"');
    expect(draw(TextArea, { name: 'a', label: 'A', value: 'Dòng' })).toContain('>Dòng</textarea>');
    expect(draw(DateField, { name: 'a', label: 'A', value: '2023-06-30' })).toContain(
      'value="2023-06-30"',
    );
    expect(
      draw(Select, { name: 'a', label: 'A', value: '2', choices: [{ value: '2', label: 'Hai' }] }),
    ).toMatch(/<option value="2" selected/);
    expect(draw(Checkbox, { name: 'a', label: 'A', checked: true })).toMatch(/<input[^>]* checked/);
  });

  test('several controls share a legend, and the first carries the id errors lead to', () => {
    const html = draw(Choices, {
      name: 'kenh',
      label: 'Kênh',
      kind: 'several',
      values: ['b'],
      error: 'Chọn một kênh.',
      choices: [
        { value: 'a', label: 'Đài' },
        { value: 'b', label: 'Bảng' },
      ],
    });
    expect(html).toMatch(/<fieldset aria-describedby="o-kenh-loi"/);
    expect(html).toContain('<legend');
    expect(html.match(/type="checkbox"/g)).toHaveLength(2);
    expect(html).toMatch(/id="o-kenh"[^>]*value="a"/);
    expect(html).toMatch(/value="b" checked/);
  });

  test('a list of errors leads to each field; without errors there is none', () => {
    const html = draw(ErrorSummary, { errors: [{ name: 'ngay', message: 'Chưa có ngày.' }] });
    expect(html).toContain('role="alert"');
    expect(html).toContain('href="#o-ngay"');
    const whole = draw(ErrorSummary, { errors: [{ name: '', message: 'Phiên đã hết.' }] });
    expect(whole).not.toContain('href');
    expect(draw(ErrorSummary, { errors: [] })).not.toContain('alert');
  });

  test('a file field keeps its error beside it', () => {
    const html = draw(FileField, { name: 'tep', label: 'Tệp', error: 'Tệp quá nặng.' });
    expect(html).toContain('type="file"');
    expect(html).toContain('aria-describedby="o-tep-loi"');
  });
});

describe('ways', () => {
  test('breadcrumbs: all but the last are links, the last is this page', () => {
    const html = draw(Breadcrumbs, {
      steps: [{ label: 'Trang chủ', href: '/' }, { label: 'Đây' }],
    });
    expect(html).toMatch(/<nav aria-label=/);
    expect(html.match(/<a /g)).toHaveLength(1);
    expect(html).toMatch(/aria-current="page"[^>]*>Đây/);
  });

  test('a header names the commune, searches by a plain form, and marks the current way', () => {
    const html = draw(SiteHeader, {
      name: 'Xã Tiền Tiến',
      searchHref: '/tim-kiem',
      items: [{ href: '/', label: 'Trang chủ', current: true }],
    });
    expect(html).toContain('action="/tim-kiem"');
    expect(html).toContain('<label class="visually-hidden');
    expect(html).toContain('aria-current="page"');
    expect(html).toContain('<details');
  });

  test('the rest of the frame: skip link, footer, tabs, pages', () => {
    expect(draw(SkipLink, {})).toContain('href="#noi-dung"');
    const footer = draw(SiteFooter, {
      title: 'Trang thông tin',
      lines: [{ label: 'Điện thoại', value: '0220 3542 445', href: 'tel:02203542445' }],
    });
    expect(footer).toContain('href="tel:02203542445"');
    const tabs = draw(Tabs, {
      label: 'Cách xem',
      tabs: [{ href: '/a', label: 'A', current: true }],
    });
    expect(tabs).toMatch(/href="\/a" aria-current="page"/);
    const pages = draw(Pagination, { page: 2, pages: 9, href: (n) => `?trang=${n}` });
    expect(pages).toMatch(/aria-label="Trang 2" aria-current="page"/);
    expect(pages).toContain('rel="next"');
    expect(draw(Pagination, { page: 1, pages: 1, href: String })).not.toContain('<nav');
  });

  test('searching is a form with a name for its line; steps say where one is', () => {
    const search = draw(SearchBox, { action: '/tim-kiem', value: 'đất "đai"' });
    expect(search).toMatch(/role="search"[^>]* action="\/tim-kiem"/);
    expect(search).toContain('value="đất &quot;đai&quot;"');
    const steps = draw(Steps, { label: 'Các bước', steps: ['Tải lên', 'Xem lại'], current: 2 });
    expect(steps).toMatch(/aria-label="Xong"/);
    expect(steps.match(/aria-current="step"/g)).toHaveLength(1);
  });

  test('an error page says what is wrong and what to do; a file what it weighs', () => {
    const page = draw(ErrorPage, { status: 404, message: 'Không có trang này.', todo: 'Tìm lại.' });
    expect(page).toMatch(/<h1[^>]*>Không có trang này/);
    expect(page).toContain('Tìm lại.');
    expect(draw(FileLink, { href: '/t', name: 'Kế hoạch', about: 'PDF, 1,2 MB' })).toContain('MB');
  });

  test('a page has one h1; buttons are buttons and links are links', () => {
    expect(draw(PageHeader, { title: 'Kế hoạch' }).match(/<h1/g)).toHaveLength(1);
    expect(draw(Button, { children: words('Ghi') })).toMatch(/<button[^>]*type="submit"/);
    expect(draw(LinkButton, { href: '/x', children: words('Xem') })).toMatch(/<a[^>]*href="\/x"/);
  });
});

describe('meaning', () => {
  test.each(Object.keys(ICONS) as IconName[])('drawing %s is silent unless named', (name) => {
    expect(draw(Icon, { name })).toContain('aria-hidden="true"');
    const named = draw(Icon, { name, label: 'Tên' });
    expect(named).toMatch(/role="img" aria-label="Tên"/);
    expect(named).not.toContain('aria-hidden');
  });

  test('a state is a shape and words, also where only the shape shows', () => {
    expect(draw(StatusMark, { state: 'missing' })).toContain('Quá hạn, chưa làm');
    expect(draw(StatusMark, { state: 'done', compact: true })).toMatch(
      /visually-hidden[^>]*>Đã làm/,
    );
  });

  test('a message that answers is announced, one that stands there is not', () => {
    expect(draw(Notice, { tone: 'danger', title: 'Lỗi', live: true })).toContain('role="alert"');
    expect(draw(Notice, { tone: 'success', title: 'Xong', live: true })).toContain('role="status"');
    expect(draw(Notice, { title: 'Ghi chú' })).not.toContain('role=');
    expect(draw(Tag, { text: 'Đã rút', tone: 'danger' })).toContain('<svg');
  });

  test('no data is neither 0 nor 100 %', () => {
    const meter = draw(Meter, { label: 'Tháng 7', value: 0, max: 0 });
    expect(meter).toContain('Không phát sinh');
    expect(meter).not.toMatch(/class="part|0\/0/);
    expect(draw(Stat, { label: 'Ý kiến', value: null })).toContain('Chưa có số liệu');
    expect(draw(DefinitionList, { facts: [{ term: 'Nguồn', value: null }] })).toContain('Chưa có');
  });

  test('a figure leads to its list, and says why it is what it is', () => {
    expect(draw(Stat, { label: 'Lượt', value: '148', href: '/l' })).toMatch(/href="\/l"[^>]*>Lượt/);
    const why = draw(WhyPanel, {
      data: [{ label: 'Đúng hạn', value: '428', href: '/dh' }],
      rule: 'Đúng hạn chia cho đã giải quyết.',
      asOf: '30/6/2023',
    });
    expect(why).toContain('<details');
    expect(why).toContain('href="/dh"');
    expect(draw(Disclosure, { summary: 'Thêm', children: words('x') })).toContain('<summary');
  });

  test('cards, empty places and timelines keep their headings and days', () => {
    expect(draw(Card, { title: 'Tin', href: '/t', level: 2 })).toMatch(/<h2[^>]*><a href="\/t"/);
    expect(draw(EmptyState, { title: 'Chưa có tin' })).toContain('Chưa có tin');
    const entry = { id: '1', when: '05/01/2023', date: '2023-01-05', title: 'Ban hành' };
    expect(draw(Timeline, { entries: [entry] })).toContain('datetime="2023-01-05"');
  });
});

describe('tables and drawings', () => {
  const columns = [
    { key: 'unit', label: 'Đơn vị', text: (row: { unit: string; n: number }) => row.unit },
    { key: 'n', label: 'Lượt', align: 'end' as const, text: (row: { n: number }) => row.n },
  ];

  test('a table has a caption, scoped heads, and can be scrolled by keyboard', () => {
    const html = draw(DataTable<{ unit: string; n: number }>, {
      caption: 'Nhiệm vụ',
      columns,
      rows: [{ unit: 'Đài', n: 0 }],
      rowKey: (row) => row.unit,
    });
    expect(html).toMatch(/role="region" aria-label="Nhiệm vụ" tabindex="0"/);
    expect(html).toMatch(/<caption[^>]*>Nhiệm vụ/);
    expect(html.match(/scope="col"/g)).toHaveLength(2);
    expect(html).toMatch(/scope="row"[^>]*>\s*Đài/);
    expect(html).toMatch(/class="value[^>]*>\s*0\s*</);
  });

  test('an empty table says so', () => {
    const html = draw(DataTable<{ unit: string; n: number }>, {
      caption: 'Nhiệm vụ',
      columns,
      rows: [],
      rowKey: (row) => row.unit,
      empty: 'Chưa có lượt nào.',
    });
    expect(html).toContain('Chưa có lượt nào.');
  });

  test('the matrix says in words what each cell draws, and lists channels nobody set', () => {
    const html = draw(CoverageMatrix, {
      caption: 'Độ phủ',
      channels: [
        { id: 'radio', label: 'Đài' },
        { id: 'board', label: 'Bảng' },
      ],
      topics: [
        {
          id: '1',
          number: '1',
          title: 'Đường dây nóng',
          cells: {
            radio: { months: ['evidenced', 'done', 'missing', 'planned', 'unset'], href: '/o' },
          },
        },
      ],
    });
    expect(html).toContain('1 có minh chứng, 1 chưa minh chứng, 1 quá hạn, 1 đã đặt lịch');
    expect(html).toContain('Đã làm 2/4');
    expect(html).toContain('Chưa đặt: Bảng');
    expect(html).toContain('href="/o"');
  });

  test('bars carry their figures, and a month without data is not 0', () => {
    const html = draw(MonthBars, {
      label: 'Hồ sơ',
      bars: [
        { label: 'T1', value: 400, text: '400' },
        { label: 'T2', value: 200 },
        { label: 'T3', value: null },
      ],
    });
    expect(html).toContain('height="100%"');
    expect(html).toContain('height="50%"');
    expect(html.match(/<rect/g)).toHaveLength(2);
    expect(html).toContain('chưa có số liệu');
  });

  test('a strip names each month', () => {
    const html = draw(MonthStrip, {
      label: 'Đài',
      months: [{ month: 3, state: 'evidenced', count: 2, href: '/thang-3' }],
    });
    expect(html).toContain('Tháng 3: Đã làm, có minh chứng, 2 hoạt động');
  });
});

describe('an official document', () => {
  const body = words('Nội dung');

  test('has the parts of Decree 30/2020 in order', () => {
    const html = draw(OfficialDocument, {
      agency: 'Ủy ban nhân dân xã Tiền Tiến',
      code: '02/KH-UBND',
      place: 'Tiền Tiến',
      date: '2023-01-05',
      typeName: 'Kế hoạch',
      title: 'Tuyên truyền',
      recipients: ['UBND thành phố;', 'Lưu: VP.'],
      signer: { authority: 'TM. ỦY BAN NHÂN DÂN; KT. CHỦ TỊCH', title: 'PHÓ CHỦ TỊCH', name: 'A' },
      children: body,
    });
    const order = [
      'Độc lập - Tự do - Hạnh phúc',
      'Ủy ban nhân dân xã Tiền Tiến',
      'Số: 02/KH-UBND',
      'Tiền Tiến, ngày 05 tháng 01 năm 2023',
      'Kế hoạch',
      'Nội dung',
      'Nơi nhận:',
      '- UBND thành phố;',
      '- Lưu: VP.',
      'TM. ỦY BAN NHÂN DÂN<',
      'KT. CHỦ TỊCH<',
      'PHÓ CHỦ TỊCH<',
    ].map((part) => html.indexOf(part));
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(html.match(/<h2/g)).toHaveLength(1);
  });

  test('a letter carries its subject under the number and whom it is for', () => {
    const html = draw(OfficialDocument, {
      agency: 'UBND xã',
      symbol: 'UBND-VP',
      title: 'cung cấp số liệu',
      addressees: ['Phòng Nội vụ', 'Phòng Tư pháp'],
      children: body,
    });
    expect(html).toContain('V/v cung cấp số liệu');
    expect(html).toContain('Số: ……/UBND-VP');
    expect(html).toContain('- Phòng Tư pháp');
    expect(html).not.toContain('<h2');
    expect(html).not.toContain('Nơi nhận');
  });
});
