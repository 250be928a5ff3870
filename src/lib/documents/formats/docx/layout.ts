// How a Word file is laid out: paper and margins of its first section, and how many letters of the
// body stand in which font, size and colour. Tables are left out: heads and signatures are set in
// them, in sizes of their own.
import { SaxesParser, type SaxesTagPlain } from 'saxes';

/** Lengths in millimetres. */
export interface Paper {
  width: number;
  height: number;
  top: number;
  bottom: number;
  left: number;
  right: number;
}

export interface PageLayout {
  page: Paper | null;
  /** Letters counted. */
  letters: number;
  /** Letters by the name of their font. */
  fonts: Record<string, number>;
  /** Letters by size in points. */
  sizes: Record<string, number>;
  /** Letters in another colour than black. */
  coloured: number;
}

interface Look {
  font?: string | undefined;
  size?: number | undefined;
  colour?: string | undefined;
}

interface StyleLook extends Look {
  basedOn?: string | undefined;
}

/** Word's own size where nothing sets one. */
const SIZE_UNSET = 10;
const FONT_UNSET = 'Times New Roman';

/** Measures `document.xml`, with what `styles.xml` says of fonts. */
export function readLayout(xml: string, stylesXml: string | undefined): PageLayout {
  const styles = readLooks(stylesXml);
  const layout: PageLayout = { page: null, letters: 0, fonts: {}, sizes: {}, coloured: 0 };
  let size: { width: number; height: number } | undefined;
  let tables = 0;
  let paragraph: string | undefined;
  let run: Look & { style?: string } = {};
  let inRun = false;
  let inText = false;
  const parser = new SaxesParser();
  parser.on('opentag', (tag) => {
    const value = attribute(tag, 'w:val');
    if (tag.name === 'w:tbl') tables += 1;
    else if (tag.name === 'w:p') paragraph = undefined;
    else if (tag.name === 'w:pStyle') paragraph = value;
    else if (tag.name === 'w:r') {
      run = {};
      inRun = true;
    } else if (tag.name === 'w:rStyle' && inRun) run.style = value ?? '';
    else if (tag.name === 'w:t') inText = true;
    else if (inRun) takeLook(run, tag);
    if (tag.name === 'w:pgSz' && !size) {
      size = { width: millimetres(tag, 'w:w'), height: millimetres(tag, 'w:h') };
    } else if (tag.name === 'w:pgMar' && size && !layout.page) {
      const [top, bottom] = [millimetres(tag, 'w:top'), millimetres(tag, 'w:bottom')];
      const [left, right] = [millimetres(tag, 'w:left'), millimetres(tag, 'w:right')];
      layout.page = { ...size, top: Math.abs(top), bottom: Math.abs(bottom), left, right };
    }
  });
  parser.on('text', (text) => {
    if (!inText || tables > 0) return;
    const count = text.match(/\p{L}/gu)?.length ?? 0;
    if (count > 0) countLetters(layout, styles.resolve(run, paragraph), count);
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'w:tbl') tables -= 1;
    else if (name === 'w:r') inRun = false;
    else if (name === 'w:t') inText = false;
  });
  parser.write(xml).close();
  return layout;
}

function countLetters(layout: PageLayout, look: Look, count: number): void {
  const font = look.font ?? FONT_UNSET;
  const size = String(look.size ?? SIZE_UNSET);
  layout.letters += count;
  layout.fonts[font] = (layout.fonts[font] ?? 0) + count;
  layout.sizes[size] = (layout.sizes[size] ?? 0) + count;
  if (look.colour && !/^(?:auto|0{6})$/i.test(look.colour)) layout.coloured += count;
}

/** Takes what a tag inside run properties says. */
function takeLook(look: Look, tag: SaxesTagPlain): void {
  const value = attribute(tag, 'w:val');
  if (tag.name === 'w:rFonts') {
    // A font named by the theme is whatever the theme says: left to the reader's Word.
    look.font = attribute(tag, 'w:ascii') ?? attribute(tag, 'w:hAnsi') ?? look.font;
  } else if (tag.name === 'w:sz' && value) look.size = Number(value) / 2;
  else if (tag.name === 'w:color' && value) look.colour = value;
}

function readLooks(xml: string | undefined) {
  const styles = new Map<string, StyleLook>();
  const defaults: Look = {};
  let current: StyleLook | undefined;
  let standard: string | undefined;
  let inDefaults = false;
  if (xml) {
    const parser = new SaxesParser();
    parser.on('opentag', (tag) => {
      if (tag.name === 'w:rPrDefault') inDefaults = true;
      else if (tag.name === 'w:style') {
        current = {};
        const id = attribute(tag, 'w:styleId') ?? '';
        styles.set(id, current);
        const isStandard =
          attribute(tag, 'w:type') === 'paragraph' && attribute(tag, 'w:default') === '1';
        if (isStandard) standard = id;
      } else if (current && tag.name === 'w:basedOn') current.basedOn = attribute(tag, 'w:val');
      else if (current) takeLook(current, tag);
      else if (inDefaults) takeLook(defaults, tag);
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'w:rPrDefault') inDefaults = false;
      else if (name === 'w:style') current = undefined;
    });
    parser.write(xml).close();
  }
  return {
    /** Direct formatting, then the run's style, the paragraph's, the defaults. */
    resolve({ style, ...direct }: Look & { style?: string }, paragraph: string | undefined): Look {
      const found: Look = { ...direct };
      for (const start of [style, paragraph ?? standard]) {
        let next = start;
        for (let hops = 0; next !== undefined && hops < 12; hops += 1) {
          const look = styles.get(next);
          fill(found, look);
          next = look?.basedOn;
        }
      }
      fill(found, defaults);
      return found;
    },
  };
}

function fill(found: Look, look: Look | undefined): void {
  found.font ??= look?.font;
  found.size ??= look?.size;
  found.colour ??= look?.colour;
}

function attribute(tag: SaxesTagPlain, name: string): string | undefined {
  const value = tag.attributes[name];
  return value === undefined ? undefined : String(value);
}

/** From twentieths of a point. */
function millimetres(tag: SaxesTagPlain, name: string): number {
  return (Number(attribute(tag, name) ?? 0) / 1440) * 25.4;
}
