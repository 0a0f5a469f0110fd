import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer } from '../../src/serve/index.ts';
import { LoginGuard } from '../../src/serve/login-guard.ts';
import { rulesOf } from '../../src/serve/route.ts';
import { ROUTES } from '../../src/serve/routes/index.ts';
import { cookieOf, secretOfCookies } from '../../src/serve/session-cookie.ts';
import { RECORDS } from './records.ts';
import { type Served, serve } from './server.ts';

let served: Served;
beforeAll(async () => {
  served = await serve(RECORDS.slice(0, 1), { noAuth: false });
});
afterAll(() => served.stop());

/** A browser's part: keeps its cookie, and sends what the desk's client sends. */
class Visitor {
  cookie = '';
  async ask(method: string, path: string, body?: object, headers: Record<string, string> = {}) {
    const answer = await fetch(served.address + path, {
      method,
      headers: {
        'x-truceline': '1',
        ...(this.cookie && { cookie: this.cookie }),
        ...(body && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const set = answer.headers.get('set-cookie');
    if (set) this.cookie = set.slice(0, set.indexOf(';'));
    const json = (await answer.json()) as {
      code?: string;
      link?: string;
      name?: string | null;
      role?: string;
      person?: { name: string; role: string } | null;
      accounts?: { id: string; name: string }[];
      needsOwner?: boolean;
      items?: unknown[];
      latest?: { id: number };
    };
    return { status: answer.status, set, json };
  }
}
const tokenOf = (link: string | null | undefined) => (link ?? '').replace(/^.*#/, '');
const password = 'four words make one';

describe('accounts', () => {
  const owner = new Visitor();
  const editor = new Visitor();
  const reader = new Visitor();

  it('nothing is told before somebody signs in', async () => {
    const visitor = new Visitor();
    for (const path of [
      '/api/articles',
      '/api/facets',
      '/api/accounts',
      `/api/articles/${RECORDS[0]?.article.id}/page`,
    ])
      expect(await visitor.ask('GET', path)).toMatchObject({ status: 401, json: { code: 'E_SIGN_IN' } });
    expect((await visitor.ask('GET', '/api/session')).json).toEqual({
      person: null,
      hasAccounts: true,
      needsOwner: true,
    });
  });

  it('the printed link makes an owner, once', async () => {
    const token = tokenOf(served.ownerLink);
    const weak = { token, name: 'Ada', password: 'short' };
    expect((await owner.ask('POST', '/api/session/accept', weak)).status).toBe(400);
    const accepted = await owner.ask('POST', '/api/session/accept', { token, name: 'Ada', password });
    expect(accepted.json.person).toMatchObject({ name: 'Ada', role: 'owner' });
    expect(accepted.set).toMatch(/HttpOnly/);
    expect(accepted.set).toMatch(/SameSite=Strict/);
    expect((await owner.ask('GET', '/api/articles')).json.items).toHaveLength(1);
    const again = await new Visitor().ask('POST', '/api/session/accept', { token, name: 'Eve', password });
    expect(again).toMatchObject({ status: 410, json: { code: 'E_INVITATION' } });
  });

  it('a later start prints no link', async () => {
    const second = await startServer({ store: served.store, port: 0 });
    expect(second.ownerLink).toBeNull();
    await second.close();
  });

  it('an owner invites; each role may do its part', async () => {
    for (const [visitor, role, name] of [
      [editor, 'editor', 'Ben'],
      [reader, 'reader', 'Cleo'],
    ] as const) {
      const { json } = await owner.ask('POST', '/api/invitations', { role, note: name });
      const token = tokenOf(json.link);
      const taken = await visitor.ask('POST', '/api/session/accept', { token, name: 'ADA', password });
      expect(taken).toMatchObject({ status: 409, json: { code: 'E_NAME_TAKEN' } });
      expect((await visitor.ask('POST', '/api/session/accept', { token, name, password })).status).toBe(200);
    }
    for (const visitor of [editor, reader]) {
      expect((await visitor.ask('GET', '/api/articles')).status).toBe(200);
      const refused = await visitor.ask('POST', '/api/invitations', { role: 'owner' });
      expect(refused).toMatchObject({ status: 403, json: { code: 'E_ROLE' } });
      expect((await visitor.ask('GET', '/api/accounts')).status).toBe(403);
    }
  });

  it('every operation lets in whom it says, and what writes asks for our own page', async () => {
    const visitors = { nobody: new Visitor(), reader, editor, owner };
    const ranks = { all: 0, reader: 1, editor: 2, owner: 3 };
    for (const route of ROUTES) {
      const { access, writes } = rulesOf(route);
      const path = route.path.replace(/\{\w+\}/g, 'nothing');
      const method = (route.method ?? 'get').toUpperCase();
      if (access !== 'all')
        for (const [rank, visitor] of Object.values(visitors).entries()) {
          if (rank >= ranks[access]) continue;
          const { status, json } = await visitor.ask(method, path, writes ? {} : undefined);
          const expected = rank === 0 ? [401, 'E_SIGN_IN'] : [403, 'E_ROLE'];
          expect([status, json.code], `${method} ${path} by ${Object.keys(visitors)[rank]}`).toEqual(
            expected,
          );
        }
      if (!writes) continue;
      const answer = await fetch(served.address + path, { method, headers: { cookie: owner.cookie } });
      expect([answer.status, ((await answer.json()) as { code: string }).code], `${method} ${path}`).toEqual([
        403,
        'E_CROSS_SITE',
      ]);
    }
  });

  it('a decision over that of another tells who and when, and its own page shows it', async () => {
    const [record] = RECORDS;
    const line = { table: 'events', articleId: record?.article.id, lineId: record?.events[0]?.id };
    const mine = await owner.ask('POST', '/api/reviews', { ...line, action: 'confirm', seen: null });
    expect(mine.status).toBe(200);
    const theirs = await editor.ask('POST', '/api/reviews', { ...line, action: 'reject', seen: null });
    expect(theirs).toMatchObject({
      status: 409,
      json: {
        code: 'E_CONFLICT',
        latest: { who: 'Ada', action: 'confirm', at: expect.stringMatching(/Z$/) },
      },
    });
    const { latest } = theirs.json;
    const again = await editor.ask('POST', '/api/reviews', { ...line, action: 'reject', seen: latest?.id });
    expect(again.status).toBe(200);
    const document = (await owner.ask('GET', '/api/openapi.json')).json as object;
    expect(document).toMatchObject({ paths: { '/api/reviews': { post: { responses: { 409: {} } } } } });
  });

  it('what writes must come from a page of this server', async () => {
    const body = { role: 'reader' };
    const refused = { status: 403, json: { code: 'E_CROSS_SITE' } };
    const elsewhere = { origin: 'https://elsewhere.example' };
    expect(await owner.ask('POST', '/api/invitations', body, elsewhere)).toMatchObject(refused);
    const other = { origin: 'http://127.0.0.1:1' };
    expect(await owner.ask('POST', '/api/invitations', body, other)).toMatchObject(refused);
    const site = { 'sec-fetch-site': 'same-site' };
    expect(await owner.ask('POST', '/api/invitations', body, site)).toMatchObject(refused);
    const plain = await fetch(`${served.address}/api/session`, {
      method: 'DELETE',
      headers: { cookie: owner.cookie },
    });
    expect(plain.status).toBe(403);
    const own = { origin: served.address, 'sec-fetch-site': 'same-origin' };
    expect((await owner.ask('POST', '/api/invitations', body, own)).status).toBe(200);
    const form = await owner.ask('POST', '/api/invitations', undefined, { 'content-type': 'text/plain' });
    expect(form.status).toBe(400);
  });

  it('signs in and out, and refuses wrong names and passwords alike', async () => {
    const visitor = new Visitor();
    const wrong = { status: 401, json: { code: 'E_PASSWORD' } };
    expect(await visitor.ask('POST', '/api/session', { name: 'Nobody', password })).toMatchObject(wrong);
    expect(await visitor.ask('POST', '/api/session', { name: 'Ben', password: 'wrong' })).toMatchObject(
      wrong,
    );
    expect((await visitor.ask('POST', '/api/session', { name: 'ben', password })).status).toBe(200);
    const { cookie } = visitor;
    await visitor.ask('DELETE', '/api/session');
    visitor.cookie = cookie;
    expect((await visitor.ask('GET', '/api/articles')).status).toBe(401);
  });

  it('a new password ends the other sessions', async () => {
    const elsewhere = new Visitor();
    await elsewhere.ask('POST', '/api/session', { name: 'Cleo', password });
    const change = { password, newPassword: 'another four words' };
    expect((await reader.ask('PUT', '/api/session/password', change)).status).toBe(200);
    expect((await reader.ask('GET', '/api/articles')).status).toBe(200);
    expect((await elsewhere.ask('GET', '/api/articles')).status).toBe(401);
  });

  it('a link from an owner gives who forgot a password a new one, once, and ends the old sessions', async () => {
    const { json } = await owner.ask('GET', '/api/accounts');
    const id = json.accounts?.find((account) => account.name === 'Cleo')?.id;
    const first = tokenOf((await owner.ask('POST', `/api/accounts/${id}/password-link`)).json.link);
    const token = tokenOf((await owner.ask('POST', `/api/accounts/${id}/password-link`)).json.link);
    const visitor = new Visitor();
    // The later link takes the place of the earlier one; looking does not spend it.
    const spent = { status: 410, json: { code: 'E_INVITATION' } };
    expect(await visitor.ask('POST', '/api/session/link', { token: first })).toMatchObject(spent);
    const seen = await visitor.ask('POST', '/api/session/link', { token });
    expect(seen).toMatchObject({ status: 200, json: { name: 'Cleo', role: 'reader' } });
    expect((await reader.ask('GET', '/api/articles')).status).toBe(200);
    // A link to a new password makes no account, whatever name comes with it.
    const renewed = 'a password made anew';
    const accepted = await visitor.ask('POST', '/api/session/accept', {
      token,
      name: 'Eve',
      password: renewed,
    });
    expect(accepted.json.person).toMatchObject({ name: 'Cleo', role: 'reader' });
    expect((await reader.ask('GET', '/api/articles')).status).toBe(401);
    expect(await visitor.ask('POST', '/api/session/accept', { token, password: renewed })).toMatchObject(
      spent,
    );
    expect((await reader.ask('POST', '/api/session', { name: 'cleo', password: renewed })).status).toBe(200);
    expect((await owner.ask('GET', '/api/accounts')).json.accounts).toHaveLength(3);
    expect((await owner.ask('POST', '/api/accounts/nobody/password-link')).status).toBe(404);
  });

  it('a link to a new account makes none without a name', async () => {
    const { json } = await owner.ask('POST', '/api/invitations', { role: 'reader' });
    const token = tokenOf(json.link);
    const refused = await new Visitor().ask('POST', '/api/session/accept', { token, password });
    expect(refused).toMatchObject({ status: 400, json: { code: 'E_QUERY' } });
    expect((await new Visitor().ask('POST', '/api/session/link', { token })).status).toBe(200);
  });

  it('roles change at once, and the last owner stays', async () => {
    const { json } = await owner.ask('GET', '/api/accounts');
    const idOf = (name: string) => json.accounts?.find((account) => account.name === name)?.id;
    const last = await owner.ask('PATCH', `/api/accounts/${idOf('Ada')}`, { role: 'reader' });
    expect(last).toMatchObject({ status: 409, json: { code: 'E_LAST_OWNER' } });
    expect((await owner.ask('DELETE', `/api/accounts/${idOf('Ada')}`)).status).toBe(409);
    await owner.ask('PATCH', `/api/accounts/${idOf('Ben')}`, { role: 'owner' });
    expect((await editor.ask('GET', '/api/accounts')).status).toBe(200);
    expect((await owner.ask('DELETE', `/api/accounts/${idOf('Cleo')}`)).status).toBe(200);
    expect((await reader.ask('GET', '/api/articles')).status).toBe(401);
    expect((await owner.ask('DELETE', '/api/accounts/nobody')).status).toBe(404);
  });
});

describe('a server without accounts', () => {
  it.each([{ host: '0.0.0.0' }, { publicUrl: 'https://desk.example' }])(
    'is refused with %j',
    async (where) => {
      await expect(
        startServer({ store: served.store, port: 0, noAuth: true, ...where }),
      ).rejects.toMatchObject({
        code: 'E_NO_AUTH',
      });
    },
  );
});

describe('the cookie behind a proxy with TLS', () => {
  it('travels by HTTPS only, under a name that no other host can set', () => {
    expect(cookieOf('s', true)).toMatch(/^__Host-truceline=s; Path=\/; .*Secure$/);
    expect(secretOfCookies('a=b; __Host-truceline=s', true)).toBe('s');
    expect(secretOfCookies('truceline=s', true)).toBeNull();
  });
});

describe('guessing', () => {
  it('costs ever more time after five wrong passwords, up to a minute', () => {
    const guard = new LoginGuard();
    for (let turn = 0; turn < 5; turn++) {
      expect(() => guard.check('ada', turn)).not.toThrow();
      guard.failed('ada', turn);
    }
    expect(() => guard.check('ada', 5)).toThrow(/too many/);
    expect(() => guard.check('ben', 5)).not.toThrow();
    expect(() => guard.check('ada', 2000)).not.toThrow();
    for (let turn = 0; turn < 20; turn++) guard.failed('ada', 3000);
    expect(() => guard.check('ada', 62_000)).toThrow();
    expect(() => guard.check('ada', 64_000)).not.toThrow();
    guard.succeeded('ada');
    expect(() => guard.check('ada', 3001)).not.toThrow();
  });
});
