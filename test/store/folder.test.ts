import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import { made } from './record.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'truceline-folder-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

async function newStore(name: string): Promise<string> {
  const data = join(root, name);
  const store = await openStore({ data, create: true });
  const { record, page } = made(1);
  await store.addRecord(record, page);
  await store.close();
  return data;
}

/** One hash over all files of a folder, names and contents. */
function stateOf(folder: string): string {
  const hash = createHash('sha256');
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name);
    hash.update(path);
    if (entry.isFile()) hash.update(readFileSync(path));
  }
  return hash.digest('hex');
}

describe('a store that is not there', () => {
  it('is E_STORE_MISSING, and nothing is made', async () => {
    const data = join(root, 'none');
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'E_STORE_MISSING' });
    expect(existsSync(data)).toBe(false);
  });

  it('a file where the folder should be is told', async () => {
    const data = join(root, 'file');
    writeFileSync(data, 'x');
    await expect(openStore({ data, create: true })).rejects.toMatchObject({ code: 'E_READ_ONLY' });
  });

  it('other files in the folder are left alone', async () => {
    const data = join(root, 'shared');
    mkdirSync(data);
    writeFileSync(join(data, 'notes.txt'), 'mine');
    await (await openStore({ data, create: true })).close();
    expect(readFileSync(join(data, 'notes.txt'), 'utf8')).toBe('mine');
    expect(readdirSync(data).sort()).toEqual(['notes.txt', 'pg']);
  });
});

describe('a store in use', () => {
  let data: string;
  let sleeper: ChildProcess;
  beforeAll(async () => {
    data = await newStore('busy');
    sleeper = spawn(process.execPath, ['-e', 'setTimeout(() => {}, 60000)']);
  });
  afterAll(() => {
    sleeper.kill();
  });
  const lockOf = (owner: object) => writeFileSync(join(data, 'truceline.lock'), JSON.stringify(owner));
  const isFree = async () => {
    const store = await openStore({ data });
    expect((await store.listArticles()).items).toHaveLength(1);
    await store.close();
    expect(existsSync(join(data, 'truceline.lock'))).toBe(false);
  };

  it('is E_STORE_BUSY with the process id, and free once closed', async () => {
    const store = await openStore({ data });
    await expect(openStore({ data })).rejects.toMatchObject({
      code: 'E_STORE_BUSY',
      message: expect.stringContaining(String(process.pid)),
    });
    await store.close();
    await isFree();
  });

  it('stays so while another process lives', async () => {
    lockOf({ pid: sleeper.pid, started: null, host: hostname() });
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'E_STORE_BUSY' });
    rmSync(join(data, 'truceline.lock'));
  });

  it('is free where the owner is dead', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lockOf({ pid, started: null, host: hostname() });
    await isFree();
  });

  it.runIf(process.platform === 'linux')('is free where the number has gone to another process', async () => {
    lockOf({ pid: sleeper.pid, started: 'another boot 1', host: hostname() });
    await isFree();
  });

  it('is free where the lock was left half-written long ago', async () => {
    writeFileSync(join(data, 'truceline.lock'), '{"pi');
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'E_STORE_BUSY' });
    const old = new Date(Date.now() - 60_000);
    const { utimesSync } = await import('node:fs');
    utimesSync(join(data, 'truceline.lock'), old, old);
    await isFree();
  });

  it('of several that find a dead owner, one gets it', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    lockOf({ pid, started: null, host: hostname() });
    const tries = await Promise.allSettled([openStore({ data }), openStore({ data }), openStore({ data })]);
    const open = tries.filter((attempt) => attempt.status === 'fulfilled');
    expect(open).toHaveLength(1);
    for (const { value } of open) await value.close();
  });
});

describe('a damaged store is E_STORE_CORRUPT and stays as it is', () => {
  const damages: { readonly [name: string]: (database: string) => void } = {
    'the control file is gone': (database) => rmSync(join(database, 'global/pg_control')),
    'the control file is noise': (database) =>
      writeFileSync(join(database, 'global/pg_control'), randomBytes(8192)),
    'the control file is cut': (database) => truncateSync(join(database, 'global/pg_control'), 100),
    'the version file is gone': (database) => rmSync(join(database, 'PG_VERSION')),
    'the version is another': (database) => writeFileSync(join(database, 'PG_VERSION'), '9\n'),
    'all of base is gone': (database) => rmSync(join(database, 'base'), { recursive: true }),
    'the log is gone': (database) => rmSync(join(database, 'pg_wal'), { recursive: true }),
    'the folder is empty': (database) => {
      rmSync(database, { recursive: true });
      mkdirSync(database);
    },
  };
  let whole: string;
  beforeAll(async () => {
    whole = await newStore('whole');
  });
  for (const [name, damage] of Object.entries(damages)) {
    it(name, async () => {
      const data = join(root, name.replaceAll(' ', '-'));
      spawnSync('cp', ['-r', whole, data]);
      damage(join(data, 'pg'));
      const before = stateOf(data);
      for (const create of [false, true]) {
        await expect(openStore({ data, create })).rejects.toMatchObject({ code: 'E_STORE_CORRUPT' });
        expect(stateOf(data)).toBe(before);
      }
    });
  }
});

describe('a store of another Truceline', () => {
  it('a newer one is E_STORE_NEWER', async () => {
    const data = await newStore('newer');
    const pglite = await PGlite.create(join(data, 'pg'));
    await pglite.query("insert into truceline_migrations (number, name) values (9999, 'later')");
    await pglite.close();
    await expect(openStore({ data })).rejects.toMatchObject({ code: 'E_STORE_NEWER' });
  });
});

/** Mounts a small disk in memory, where this is allowed. */
function mounted(name: string, options: string): string | null {
  const folder = join(root, name);
  mkdirSync(folder);
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'ignore' });
  return status === 0 ? folder : null;
}

describe('the disk', () => {
  it('full while articles are added: E_DISK_FULL, and what was added before is there', async ({ skip }) => {
    const disk = mounted('full', 'size=72m');
    if (disk === null) skip('mounting a small disk is not allowed here');
    try {
      const data = join(disk as string, 'store');
      const store = await openStore({ data, create: true });
      const added: string[] = [];
      const fill = async () => {
        for (let number = 0; number < 400; number++) {
          const text = `Envoys met. ${randomBytes(60_000).toString('hex')} denied. Stands.`;
          const { record, page } = made(number, { text });
          added.push((await store.addRecord(record, page)).id);
        }
      };
      await expect(fill()).rejects.toMatchObject({ code: 'E_DISK_FULL' });
      await store.close().catch(() => undefined);
      expect(added.length).toBeGreaterThan(3);

      spawnSync('mount', ['-o', 'remount,size=200m', disk as string]);
      const again = await openStore({ data });
      expect([...(await again.known(added)).keys()].sort()).toEqual([...added].sort());
      for (const id of added) expect((await again.getRecord(id)).article.id).toBe(id);
      const { record, page } = made(1000);
      expect((await again.addRecord(record, page)).outcome).toBe('added');
      await again.close();
    } finally {
      spawnSync('umount', ['-l', disk as string]);
    }
  });

  it('full from the start: E_DISK_FULL, and no half of a store is left', async ({ skip }) => {
    const disk = mounted('tiny', 'size=4m');
    if (disk === null) skip('mounting a small disk is not allowed here');
    try {
      const data = join(disk as string, 'store');
      await expect(openStore({ data, create: true })).rejects.toMatchObject({ code: 'E_DISK_FULL' });
      await expect(openStore({ data })).rejects.toMatchObject({ code: 'E_STORE_MISSING' });
      spawnSync('mount', ['-o', 'remount,size=100m', disk as string]);
      await (await openStore({ data, create: true })).close();
    } finally {
      spawnSync('umount', ['-l', disk as string]);
    }
  });

  it('read-only: E_READ_ONLY', async ({ skip }) => {
    const disk = mounted('frozen', 'size=100m');
    if (disk === null) skip('mounting a small disk is not allowed here');
    try {
      const data = join(disk as string, 'store');
      await (await openStore({ data, create: true })).close();
      spawnSync('mount', ['-o', 'remount,ro', disk as string]);
      await expect(openStore({ data })).rejects.toMatchObject({ code: 'E_READ_ONLY' });
      const other = join(disk as string, 'other');
      await expect(openStore({ data: other, create: true })).rejects.toMatchObject({ code: 'E_READ_ONLY' });
    } finally {
      spawnSync('umount', ['-l', disk as string]);
    }
  });

  it('a limit on file sizes ends an addition as a full disk does', async () => {
    const data = join(root, 'limited');
    const script = join(root, 'limited.mts');
    writeFileSync(
      script,
      `import { openStore } from ${JSON.stringify(join(process.cwd(), 'src/store/index.ts'))};
const store = await openStore({ data: ${JSON.stringify(data)}, create: true }).catch((error) => {
  process.stdout.write(error.code);
  process.exit(0);
});
await store.close();`,
    );
    // 1000 blocks of 1 KB: the write-ahead log alone is larger.
    const { stdout } = spawnSync('bash', ['-c', `ulimit -f 1000; trap '' XFSZ; npx tsx ${script}`], {
      encoding: 'utf8',
    });
    expect(stdout).toBe('E_DISK_FULL');
  });
});
