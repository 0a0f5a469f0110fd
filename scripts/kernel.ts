/**
 * Builds the vector kernels of the language engine: `npm run kernel` writes a .wasm beside each .wat.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const KERNELS = ['read/kernel/kernel', 'read/entities/chain'];

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
  for (const kernel of KERNELS) {
    const at = (ending: string) => new URL(`../src/${kernel}.${ending}`, import.meta.url);
    const bytes = await assembled(readFileSync(at('wat'), 'utf8'));
    writeFileSync(at('wasm'), bytes);
    console.log(`${kernel}.wasm: ${bytes.length} bytes`);
  }
}
