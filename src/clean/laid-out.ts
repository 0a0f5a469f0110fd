/**
 * Texts as their UTF-16 units: an engine goes over these several times faster than over the signs of a string, which is of one of many
 * kinds, and above all before it has compiled what goes over them.
 */
export class LaidOut {
  /** The units of the text that was laid out last, and behind them what was there before. */
  units = new Uint16Array(0);
  private bytes = Buffer.alloc(0);

  put(text: string): Uint16Array {
    const { length } = this.units;
    if (text.length > length || (length > MOST_KEPT && text.length < LEAST_ROOM)) {
      this.bytes = Buffer.alloc(2 * Math.max(LEAST_ROOM, text.length));
      this.units = new Uint16Array(this.bytes.buffer, this.bytes.byteOffset, this.bytes.length / 2);
    }
    const size = this.bytes.write(text, 0, 'utf16le');
    if (!IS_LITTLE_ENDIAN) this.bytes.subarray(0, size).swap16();
    return this.units;
  }
}

const LEAST_ROOM = 4096;
/** Room for a longer text is given back. */
const MOST_KEPT = 1 << 20;
const IS_LITTLE_ENDIAN = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
