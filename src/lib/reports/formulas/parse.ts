// Formulas of questionnaires: sums, products and percentages over figures of the period, for example
// `tỷ_lệ(có_minh_chứng(kênh: "radio"); hoạt_động(kênh: "radio"))`. A formula becomes a tree of plain
// data; nothing of it is ever run as code.
import { fold } from '#lib/vietnam/index.ts';
import { reportError } from '../errors.ts';
import type { FigureReference, FilterName } from '../figures/reference.ts';
import { cutTokens, type Token } from './tokens.ts';
import { FILTER_WORDS, findWord, MEASURE_WORDS, PERCENT_WORD, SPAN_WORDS } from './words.ts';

export type Operator = '+' | '-' | '*' | '/' | '%';

export type Formula =
  | { readonly type: 'number'; readonly value: number }
  | { readonly type: 'figure'; readonly reference: FigureReference }
  | { readonly type: 'negative'; readonly of: Formula }
  | {
      readonly type: 'operation';
      readonly operator: Operator;
      readonly left: Formula;
      readonly right: Formula;
    };

/** Names a filter may be given in a formula, with the id each stands for. */
export type FilterNames = Readonly<
  Record<FilterName, readonly { readonly id: string; readonly name: string }[]>
>;

/** Deepest nesting that is read. */
export const DEPTH_LIMIT = 30;

/** @throws LoaError `formula.*`, saying which character */
export function parseFormula(text: string, names: FilterNames): Formula {
  const tokens = cutTokens(text);
  if (tokens.length === 0) throw reportError('formula.empty');
  const reader = new Reader(tokens, names);
  const formula = reader.sum(0);
  reader.end();
  return formula;
}

class Reader {
  readonly #tokens: readonly Token[];
  readonly #names: FilterNames;
  #next = 0;

  constructor(tokens: readonly Token[], names: FilterNames) {
    this.#tokens = tokens;
    this.#names = names;
  }

  sum(depth: number): Formula {
    return this.#chain(['+', '-'], () => this.#chain(['*', '/'], () => this.#factor(depth)));
  }

  end(): void {
    if (this.#peek()) throw this.#unexpected('dấu + - * / hoặc hết công thức');
  }

  #chain(operators: readonly Operator[], part: () => Formula): Formula {
    let left = part();
    for (;;) {
      const operator = operators.find((mark) => this.#takesMark(mark));
      if (!operator) return left;
      left = { type: 'operation', operator, left, right: part() };
    }
  }

  #factor(depth: number): Formula {
    const wanted = 'một số, một số liệu hoặc dấu (';
    const token = this.#peek();
    if (!token) throw this.#unexpected(wanted);
    if (depth > DEPTH_LIMIT) {
      throw reportError('formula.too-deep', { limit: DEPTH_LIMIT, at: token.at });
    }
    if (this.#takesMark('-')) return { type: 'negative', of: this.#factor(depth + 1) };
    if (this.#takesMark('(')) {
      const inner = this.sum(depth + 1);
      this.#needMark(')');
      return inner;
    }
    if (token.kind === 'number') {
      this.#next += 1;
      return { type: 'number', value: Number(token.text) };
    }
    if (token.kind !== 'name') throw this.#unexpected(wanted);
    this.#next += 1;
    return fold(token.text) === fold(PERCENT_WORD) ? this.#percent(depth) : this.#figure(token);
  }

  #percent(depth: number): Formula {
    this.#needMark('(');
    const left = this.sum(depth + 1);
    this.#needMark(';');
    const right = this.sum(depth + 1);
    this.#needMark(')');
    return { type: 'operation', operator: '%', left, right };
  }

  #figure(token: Token): Formula {
    const measure = findWord(MEASURE_WORDS, token.text);
    if (!measure) {
      throw reportError('formula.unknown-name', {
        found: token.text,
        at: token.at,
        names: [...Object.values(MEASURE_WORDS), PERCENT_WORD].join(', '),
      });
    }
    const found: Partial<Record<FilterName | 'span', string>> = {};
    if (this.#takesMark('(') && !this.#takesMark(')')) {
      do this.#filter(found);
      while (this.#takesMark(';'));
      this.#needMark(')');
    }
    const { span = 'period', ...filter } = found;
    return {
      type: 'figure',
      reference: { measure, span: span as FigureReference['span'], filter },
    };
  }

  /** `kênh: "radio"`, by the id or the name. */
  #filter(found: Partial<Record<FilterName | 'span', string>>): void {
    const name = this.#need('name', 'tên mục lọc');
    const key = findWord(FILTER_WORDS, name.text);
    if (!key) {
      throw reportError('formula.unknown-filter', {
        found: name.text,
        at: name.at,
        names: Object.values(FILTER_WORDS).join(', '),
      });
    }
    if (found[key] !== undefined) {
      throw reportError('formula.repeated-filter', { found: name.text, at: name.at });
    }
    this.#needMark(':');
    const value = this.#need('text', 'giá trị trong ngoặc kép');
    const ids = this.#idsOf(key, value.text.trim());
    const [id] = ids;
    if (id === undefined || ids.length > 1) {
      throw reportError(id === undefined ? 'formula.unknown-value' : 'formula.ambiguous-value', {
        filter: FILTER_WORDS[key],
        found: value.text,
        at: value.at,
      });
    }
    found[key] = id;
  }

  /** The id itself, else the exact name, else the name without accents; several may bear it. */
  #idsOf(key: FilterName | 'span', written: string): string[] {
    if (key === 'span') return [findWord(SPAN_WORDS, written) ?? []].flat();
    const entries = this.#names[key];
    const tests = [
      (entry: { id: string; name: string }) => entry.id === written,
      (entry: { id: string; name: string }) => entry.name === written,
      (entry: { id: string; name: string }) => fold(entry.name) === fold(written),
    ];
    const fitting = tests.map((test) => entries.filter(test)).find((some) => some.length > 0);
    return (fitting ?? []).map(({ id }) => id);
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#next];
  }

  #takesMark(mark: string): boolean {
    const token = this.#peek();
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    this.#next += 1;
    return true;
  }

  #needMark(mark: string): void {
    if (!this.#takesMark(mark)) throw this.#unexpected(`dấu ${mark}`);
  }

  #need(kind: Token['kind'], wanted: string): Token {
    const token = this.#peek();
    if (token?.kind !== kind) throw this.#unexpected(wanted);
    this.#next += 1;
    return token;
  }

  #unexpected(wanted: string) {
    const token = this.#peek();
    if (!token) return reportError('formula.unfinished', { wanted });
    return reportError('formula.unexpected', { found: token.text, at: token.at, wanted });
  }
}
