import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../src/serve/index.ts';
import { answersTo } from '../../src/serve/security.ts';
import type { Store } from '../../src/store/index.ts';

describe('a page elsewhere whose name leads to this machine', () => {
  let served: RunningServer;
  beforeAll(async () => {
    // Health asks no store, so none is needed.
    served = await startServer({ store: {} as Store, port: 0, noAuth: true });
  });
  afterAll(() => served.close());

  const statusFor = (host: string) =>
    new Promise<number | undefined>((done, failed) => {
      const { port } = new URL(served.address);
      request({ host: '127.0.0.1', port, path: '/api/health', headers: { host } }, (answer) => {
        answer.resume();
        done(answer.statusCode);
      })
        .on('error', failed)
        .end();
    });

  it('is refused', async () => {
    expect(await statusFor('rebound.example')).toBe(403);
    expect(await statusFor('localhost.rebound.example:4747')).toBe(403);
    expect(await statusFor('192.168.1.7')).toBe(403);
  });

  it('while our own names are answered', async () => {
    expect(await statusFor('localhost')).toBe(200);
    expect(await statusFor('127.0.0.1:9')).toBe(200);
    expect(await statusFor('[::1]:4747')).toBe(200);
  });
});

describe('every answer', () => {
  it('forbids inline scripts, frames and requests elsewhere, errors and the desk included', async () => {
    const served = await startServer({ store: {} as Store, port: 0, noAuth: true });
    try {
      for (const path of ['/', '/api/health', '/api', '/nothing']) {
        const { headers } = await fetch(served.address + path);
        const policy = new Map(
          (headers.get('content-security-policy') ?? '').split(';').map((rule) => {
            const [name = '', ...sources] = rule.trim().split(' ');
            return [name, sources];
          }),
        );
        expect(policy.get('default-src'), path).toEqual(["'none'"]);
        expect(policy.get('script-src'), path).toEqual(["'self'"]);
        expect(policy.get('style-src'), path).toEqual(["'self'"]);
        expect(policy.get('connect-src'), path).toEqual(["'self'"]);
        expect(policy.get('frame-ancestors'), path).toEqual(["'none'"]);
        expect([...policy.values()].flat().join(' '), path).not.toMatch(/unsafe|https?:|\*/);
        expect(headers.get('x-content-type-options'), path).toBe('nosniff');
        expect(headers.get('referrer-policy'), path).toBe('no-referrer');
        expect(headers.get('access-control-allow-origin'), path).toBeNull();
      }
    } finally {
      await served.close();
    }
  });
});

describe('answersTo', () => {
  it.each([
    ['desk.example:80', 'desk.example', true],
    ['DESK.example', 'desk.example', true],
    ['other.example', 'desk.example', false],
    ['10.0.0.5:4747', '0.0.0.0', true],
    ['[fe80::1]:4747', '::', true],
    ['other.example', '0.0.0.0', false],
    ['', '127.0.0.1', false],
    ['127.0.0.1.rebound.example', '127.0.0.1', false],
    ['localhost.', '127.0.0.1', false],
    ['10.0.0.5', '127.0.0.1', false],
  ])('%j at a server on %s: %s', (asked, host, answer) => {
    expect(answersTo(asked, host)).toBe(answer);
  });
});
