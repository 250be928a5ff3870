// A child told apart in a text: a word for children beside a name, with an age below 18 or a year of
// birth. Ages of groups ("trẻ em từ 6 tuổi") and grown people are none of it.

// After these words nearly any capitalised word is the child's name; after the general ones only
// what begins with a family name, for "trẻ em Việt Nam" and "học sinh Tiền Tiến" are no names.
const CHILD = String.raw`(?<!\p{L})(?:[Cc]háu|[Bb]é|(?<![Tt]rẻ )[Ee]m)(?: bé| gái| trai)?(?: tên)?(?: là)? `;
const CHILDREN = String.raw`(?<!\p{L})(?:[Tt]rẻ em|[Tt]rẻ|[Hh]ọc sinh) `;
const FAMILY = [
  ...['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Phan', 'Vũ', 'Võ', 'Đặng', 'Bùi', 'Đỗ'],
  ...[
    'Hồ',
    'Ngô',
    'Dương',
    'Lý',
    'Đào',
    'Đoàn',
    'Vương',
    'Trịnh',
    'Trương',
    'Đinh',
    'Lâm',
    'Phùng',
  ],
  ...['Mai', 'Tô', 'Hà', 'Tạ', 'Chu', 'Lương', 'Cao', 'Quách', 'Thái', 'Lưu', 'Tống', 'Kiều'],
].join('|');
const WORD = String.raw`\p{Lu}\p{Ll}+(?!\p{L})`;
const AGE = String.raw`(?<!(?:dưới|trên|từ|đến|đủ|trước|quá|[-–]) ?)(?<!\d)(?:1[0-7]|0?\d) tuổi(?!\p{L})`;
const BORN = String.raw`(?:sinh năm|SN) ?20\d\d(?!\d)`;
const BETWEEN = String.raw`[^.;\d\n]{0,25}?`;

/** The name and what tells the age; the word for children before them is left out. */
export const minor = new RegExp(
  [
    `(?<=${CHILD})(?!Việt Nam|Trường|Lớp)${WORD}(?: ${WORD}){0,4}${BETWEEN}(?:${AGE}|${BORN})`,
    `(?<=${CHILDREN})(?:${FAMILY})(?: ${WORD}){1,4}${BETWEEN}(?:${AGE}|${BORN})`,
    `(?<=${CHILD})${AGE},? tên(?: là)? ${WORD}(?: ${WORD}){0,4}`,
  ].join('|'),
  'gu',
);
