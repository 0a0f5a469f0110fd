import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** scrypt with 32 MiB and three passes: one of the settings of OWASP's password storage cheat sheet. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const KEY_BYTES = 32;
/** Memory is the point of scrypt, so only so many are worked on at once. */
const AT_ONCE = 2;

let working = 0;
const waiting: (() => void)[] = [];

/** Gives the text to keep: `scrypt$N$r$p$salt$hash`, so that costs can be raised later. */
export async function hashedPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derived(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/**
 * Is it the password? Takes as long where there is no such account (`kept` null), so that names cannot be told by the
 * time of the answer.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const [, n, r, p, salt = '', hash = ''] = (kept ?? '').split('$');
  if (kept === null) {
    await derived(password, Buffer.alloc(16), COST);
    return false;
  }
  const expected = Buffer.from(hash, 'base64url');
  const found = await derived(password, Buffer.from(salt, 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  });
  return expected.length === found.length && timingSafeEqual(expected, found);
}

async function derived(password: string, salt: Buffer, cost: ScryptOptions): Promise<Buffer> {
  if (working >= AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  working++;
  try {
    return await new Promise<Buffer>((done, fail) =>
      // The same signs can be typed as different code points.
      scrypt(password.normalize('NFC'), salt, KEY_BYTES, { ...cost, maxmem: 256 * 2 ** 20 }, (error, key) =>
        error ? fail(error) : done(key),
      ),
    );
  } finally {
    working--;
    waiting.shift()?.();
  }
}
