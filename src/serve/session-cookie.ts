/** How long a session holds, in days. */
export const SESSION_DAYS = 30;

/** `__Host-` makes browsers insist on Secure, on the path / and on this very host; it needs HTTPS. */
function nameOf(isSecure: boolean): string {
  return isSecure ? '__Host-truceline' : 'truceline';
}

/** The session's secret of a Cookie header, or null. */
export function secretOfCookies(header: string | undefined, isSecure: boolean): string | null {
  const name = nameOf(isSecure);
  for (const pair of (header ?? '').split(';')) {
    const at = pair.indexOf('=');
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim() || null;
  }
  return null;
}

/** A Set-Cookie header: out of reach of scripts, never sent along by other sites. `null` takes the cookie back. */
export function cookieOf(secret: string | null, isSecure: boolean): string {
  const age = secret === null ? 0 : SESSION_DAYS * 86_400;
  const parts = [
    `${nameOf(isSecure)}=${secret ?? ''}`,
    'Path=/',
    `Max-Age=${age}`,
    'HttpOnly',
    'SameSite=Strict',
  ];
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ');
}
