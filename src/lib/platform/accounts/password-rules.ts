// Which passwords are refused: too short, the commonest, or telling the login (NIST SP 800-63B: length
// and a list of known ones, no demands for capitals and signs).
import { fold } from '#lib/vietnam/index.ts';
import type { LoaError } from '../errors.ts';
import { accountError } from './errors.ts';

export const PASSWORD_MINIMUM = 12;
export const PASSWORD_MAXIMUM = 256;

/** Words that open most guessed passwords here and abroad; digits and signs around them don't help. */
const COMMON_WORDS = [
  'abc', 'abcd', 'abcdef', 'admin', 'administrator', 'adminadmin', 'anhyeuem', 'baomat', 'binhan',
  'canbo', 'cchc', 'changeme', 'chaoban', 'chucmung', 'congan', 'congthongtin', 'daihoc', 'default',
  'dangnhap', 'dragon', 'emyeuanh', 'football', 'gialai', 'guest', 'haiduong', 'hanoi', 'hochiminh',
  'hoilamgi', 'iloveyou', 'khongbiet', 'khongnho', 'letmein', 'login', 'mancity', 'master', 'matkhau',
  'matkhaumoi', 'minhanh', 'monkey', 'nguyen', 'nguyenvan', 'nguyenvana', 'ngocanh', 'p@ssword',
  'p@ssw0rd', 'pa$$word', 'pass', 'passw0rd', 'password', 'passwordpassword', 'princess', 'qazwsx',
  'qazwsxedc', 'quantri', 'quantrivien', 'qwerty', 'qwertyuiop', 'quequan', 'root', 'saigon', 'secret',
  'superman', 'support', 'sunshine', 'taikhoan', 'test', 'testtest', 'thanhcong', 'tienten', 'tinhyeu',
  'toiyeuban', 'trustno', 'uyban', 'ubnd', 'ubndxa', 'ubndphuong', 'user', 'vanphong', 'vietnam',
  'vietnamvodich', 'welcome', 'whatever', 'xinchao', 'xinchaoviet', 'yeuem', 'yeuanh', 'zxcvbnm',
]; // prettier-ignore

/** Rows of the keyboard and the counting row, forwards; backwards is tried too. */
const ROWS = ['01234567890123456789', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiopasdfghjklzxcvbnm'];

/** The reason why a password is refused, or undefined when it may be used. */
export function findPasswordFault(
  password: string,
  login: string,
  field = 'password',
): LoaError | undefined {
  const length = [...password.normalize('NFC')].length;
  if (length < PASSWORD_MINIMUM) {
    return accountError('password.too-short', { minimum: PASSWORD_MINIMUM }, field);
  }
  if (length > PASSWORD_MAXIMUM) {
    return accountError('password.too-long', { maximum: PASSWORD_MAXIMUM }, field);
  }
  const plain = fold(password).replace(/\s+/g, '');
  if (login.length >= 3 && plain.includes(fold(login))) {
    return accountError('password.has-login', {}, field);
  }
  if (isCommon(plain)) return accountError('password.common', {}, field);
  return undefined;
}

function isCommon(plain: string): boolean {
  if (new Set(plain).size < 5) return true;
  // The same few signs over and over: "abc123abc123".
  if (/^(.{1,8}?)\1+.{0,3}$/u.test(plain)) return true;
  const letters = plain.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '');
  if (COMMON_WORDS.includes(letters) || COMMON_WORDS.includes(letters.replace(/[^a-z]/g, ''))) {
    return true;
  }
  return ROWS.some((row) => isRun(plain, row) || isRun(plain, [...row].reverse().join('')));
}

/** True when at least three quarters of the text are pieces (four signs or more) of one row. */
function isRun(text: string, row: string): boolean {
  let covered = 0;
  let index = 0;
  while (index < text.length) {
    let size = 0;
    while (index + size < text.length && row.includes(text.slice(index, index + size + 1)))
      size += 1;
    if (size >= 4) covered += size;
    index += Math.max(size, 1);
  }
  return covered >= text.length * 0.75;
}
