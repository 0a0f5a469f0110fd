import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

/**
 * The content of a data file that stands beside the code: YAML, as people write it, or JSON, as the build makes of it because that
 * is read many times faster. Throws where the file is missing or is neither; the caller checks the shape.
 */
export function readDataFile(url: URL): unknown {
  const text = readFileSync(url, 'utf8');
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // YAML may open with a bracket too.
    }
  }
  return parse(text);
}
