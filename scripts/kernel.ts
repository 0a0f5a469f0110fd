/**
 * Builds the vector kernel of the language engine: `npm run kernel` writes src/read/kernel/kernel.wasm from kernel.wat.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const folder = new URL('../src/read/kernel/', import.meta.url);

/** The module of a text in WebAssembly's text format. Throws with line and column where it is wrong. */
export async function assembled(text: string): Promise<Uint8Array> {
  const { parseWat } = await wabt();
  const module = parseWat('kernel.wat', text, { simd: true });
  module.validate();
  const { buffer } = module.toBinary({});
  module.destroy();
  return buffer;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  const bytes = await assembled(readFileSync(new URL('kernel.wat', folder), 'utf8'));
  writeFileSync(new URL('kernel.wasm', folder), bytes);
  console.log(`kernel.wasm: ${bytes.length} bytes`);
}
