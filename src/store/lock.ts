import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { hostname } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { TrucelineError } from '../model/index.ts';

/** Who holds a store folder. A process id alone would be taken for its successor of the same number. */
const Owner = z.object({ pid: z.int().positive(), started: z.string().nullable(), host: z.string() });
type Owner = z.infer<typeof Owner>;

export interface Lock {
  release(): void;
}

const HEARTBEAT_MS = 10_000;
/** An owner on another machine (a shared disk) cannot be asked; it counts as gone after this silence. */
const SILENCE_MS = 60_000;
const TRIES = 5;

/**
 * Takes the lock file at `path`, or throws E_STORE_BUSY with the owner's process id. The lock of a process that is no
 * more (killed, power lost) is taken over by itself. Other errors of the file system are thrown as they are.
 */
export async function takeLock(path: string, place: string): Promise<Lock> {
  const owner: Owner = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  const mine = JSON.stringify(owner);
  for (let attempt = 0; attempt < TRIES; attempt++) {
    if (createWith(path, mine)) {
      // Whoever took a dead owner's lock away at the same moment may have taken this one with it.
      await wait(attempt === 0 ? 0 : 25);
      if (contentOf(path) === mine) return heldLock(path, mine);
      continue;
    }
    const found = contentOf(path);
    if (found === null) continue;
    const holder = parsed(found);
    if (holder ? isAlive(holder, path) : isFresh(path)) {
      throw new TrucelineError('E_STORE_BUSY', { path: place, pid: holder?.pid ?? 'unknown' });
    }
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    if (contentOf(aside) === found) rmSync(aside, { force: true });
    else renameSync(aside, path);
  }
  throw new TrucelineError('E_STORE_BUSY', {
    path: place,
    pid: parsed(contentOf(path) ?? '')?.pid ?? 'unknown',
  });
}

function heldLock(path: string, mine: string): Lock {
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {
      // The disk may be full or gone; the next write to the store will tell.
    }
  }, HEARTBEAT_MS);
  beat.unref();
  return {
    release() {
      clearInterval(beat);
      try {
        if (contentOf(path) === mine) rmSync(path, { force: true });
      } catch {
        // A lock that cannot be removed is found dead by the next process.
      }
    },
  };
}

function createWith(path: string, content: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    writeSync(file, content);
    fsyncSync(file);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  return true;
}

function contentOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function parsed(content: string): Owner | null {
  try {
    return Owner.parse(JSON.parse(content));
  } catch {
    return null;
  }
}

/** A lock without content is being written this moment, or its writer died between two calls. */
function isFresh(path: string): boolean {
  const age = ageOf(path);
  return age !== null && age < 2000;
}

function ageOf(path: string): number | null {
  try {
    return Date.now() - statSync(path).mtimeMs;
  } catch {
    return null;
  }
}

function isAlive({ pid, started, host }: Owner, path: string): boolean {
  if (host !== hostname()) {
    const age = ageOf(path);
    return age !== null && age < SILENCE_MS;
  }
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, under another user.
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = startOf(pid);
  return started === null || now === null || now === started;
}

/** When a process began, as the system counts it (Linux: boot and clock ticks since); null where it does not tell. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()} ${ticks}`;
  } catch {
    return null;
  }
}
