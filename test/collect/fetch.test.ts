import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { fetchPage } from '../../src/collect/index.ts';

const servers: Server[] = [];

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

const local = { allowPrivate: true, timeoutSeconds: 5 };

describe('fetchPage', () => {
  it('gives the bytes, the final address and the content type', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/old') return response.writeHead(302, { location: '/new#part' }).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=windows-1251' }).end('<p>story</p>');
    });
    const page = await fetchPage(`${base}/old`, local);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>story</p>');
    expect(page.url).toBe(`${base}/new`);
    expect(page.contentType).toBe('text/html; charset=windows-1251');
  });

  it('refuses a loopback address unless allowed', async () => {
    const base = await serve((_, response) => response.end('secret'));
    await expect(fetchPage(base)).rejects.toMatchObject({ code: 'E_PRIVATE_ADDRESS', exitCode: 5 });
  });

  it.each([
    'http://localhost:8123/',
    'http://[::1]:1/',
    'http://169.254.169.254/latest',
    'http://0x7f.1/',
    'http://2130706433/',
  ])('refuses %s, however it is written', async (address) => {
    await expect(fetchPage(address)).rejects.toMatchObject({ code: 'E_PRIVATE_ADDRESS' });
  });

  it('stops in a redirect loop', async () => {
    const base = await serve((_, response) => response.writeHead(302, { location: '/' }).end());
    await expect(fetchPage(base, local)).rejects.toMatchObject({ code: 'E_REDIRECTS' });
  });

  it('refuses a redirect to another scheme', async () => {
    const base = await serve((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(fetchPage(base, local)).rejects.toMatchObject({ code: 'E_URL' });
  });

  it('gives up on a server that drips', async () => {
    const base = await serve((_, response) => {
      response.writeHead(200);
      const timer = setInterval(() => response.write('x'), 100);
      response.on('close', () => clearInterval(timer));
    });
    await expect(fetchPage(base, { ...local, timeoutSeconds: 0.5 })).rejects.toMatchObject({
      code: 'E_SLOW',
    });
  });

  it('stops reading past the limit, also when the size is hidden by compression', async () => {
    const bomb = gzipSync(Buffer.alloc(3_000_000, 'a'));
    const base = await serve((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(fetchPage(base, { ...local, maxBytes: 1_000_000 })).rejects.toMatchObject({
      code: 'E_TOO_LARGE',
    });
  });

  it('names the status of a refusal', async () => {
    const base = await serve((_, response) => response.writeHead(404).end('no'));
    await expect(fetchPage(base, local)).rejects.toMatchObject({
      code: 'E_HTTP_STATUS',
      message: expect.stringContaining('404'),
    });
  });

  it('says when nobody answers', async () => {
    const base = await serve(() => {});
    await new Promise((done) => servers.pop()?.close(done));
    await expect(fetchPage(base, local)).rejects.toMatchObject({ code: 'E_UNREACHABLE' });
  });

  it('refuses what is no web address', async () => {
    await expect(fetchPage('ftp://example.org/')).rejects.toMatchObject({ code: 'E_URL', exitCode: 2 });
  });
});
