// A process of its own that sets documents with Typst and stays warm between two of them: the engine
// takes a quarter of a gigabyte, which the server gets back when this process ends.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { createTypstCompiler, loadFonts } from '@myriaddreamin/typst.ts';
import type { PrintAnswer, PrintOrder } from './print.server.ts';

const FONTS = [
  '400Regular/Tinos_400Regular.ttf',
  '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  '700Bold/Tinos_700Bold.ttf',
  '700Bold_Italic/Tinos_700Bold_Italic.ttf',
];
/** Typst's number for PDF; its word for it silently gives another format. */
const PDF = 1;

const require = createRequire(import.meta.url);
const fontFolder = path.dirname(require.resolve('@expo-google-fonts/tinos/package.json'));
const compiler = createTypstCompiler();
await compiler.init({
  getModule: () => ({
    module_or_path: readFileSync(require.resolve('@myriaddreamin/typst-ts-web-compiler/wasm')),
  }),
  beforeBuild: [
    loadFonts(
      FONTS.map((file) => new Uint8Array(readFileSync(path.join(fontFolder, file)))),
      { assets: false },
    ),
  ],
});

process.on('message', (order: PrintOrder) => {
  void print(order).then((answer) => process.send?.(answer));
});
// Without the server nobody waits for an answer.
process.on('disconnect', () => process.exit(0));
process.send?.({ ready: true });

async function print(order: PrintOrder): Promise<PrintAnswer> {
  try {
    compiler.resetShadow();
    compiler.addSource('/main.typ', order.template);
    for (const [name, bytes] of Object.entries(order.files)) {
      compiler.mapShadow(`/files/${name}`, bytes);
    }
    const { result, diagnostics } = await compiler.compile({
      mainFilePath: '/main.typ',
      format: PDF,
      inputs: { data: order.data },
      diagnostics: 'full',
    });
    // What one document needed is not kept for the next.
    await compiler.reset();
    return result ? { pdf: result } : { trouble: JSON.stringify(diagnostics) };
  } catch (error) {
    return { trouble: String(error) };
  }
}
