// Styles of a Word file, as far as they give paragraphs a number or a place.
import { SaxesParser } from 'saxes';

export interface Style {
  list: string | undefined;
  level: number | undefined;
  align: string | undefined;
}

export interface Styles {
  find(id: string | undefined): Style | undefined;
}

/** Reads `styles.xml`; what a style doesn't say, the one it is based on does. */
export function readStyles(xml: string | undefined): Styles {
  const styles = new Map<string, Style & { basedOn: string | undefined }>();
  let current: (Style & { basedOn: string | undefined }) | undefined;
  let standard: string | undefined;
  if (xml) {
    const parser = new SaxesParser();
    parser.on('opentag', ({ name, attributes }) => {
      const value = String(attributes['w:val'] ?? '');
      if (name === 'w:style' && attributes['w:type'] === 'paragraph') {
        current = { list: undefined, level: undefined, align: undefined, basedOn: undefined };
        styles.set(String(attributes['w:styleId']), current);
        if (attributes['w:default'] === '1') standard = String(attributes['w:styleId']);
      } else if (!current) return;
      else if (name === 'w:basedOn') current.basedOn = value;
      else if (name === 'w:numId') current.list = value;
      else if (name === 'w:ilvl') current.level = Number(value);
      else if (name === 'w:jc') current.align = value;
    });
    parser.on('closetag', ({ name }) => {
      if (name === 'w:style') current = undefined;
    });
    parser.write(xml).close();
  }
  return {
    find(id) {
      const found: Style = { list: undefined, level: undefined, align: undefined };
      let next = id ?? standard;
      for (let hops = 0; next !== undefined && hops < 12; hops += 1) {
        const style = styles.get(next);
        found.list ??= style?.list;
        found.level ??= style?.level;
        found.align ??= style?.align;
        next = style?.basedOn;
      }
      return found;
    },
  };
}
