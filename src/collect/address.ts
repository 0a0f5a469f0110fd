import ipaddr from 'ipaddr.js';

/**
 * Is this an address of the public internet? Loopback, private, link-local, carrier, documentation, multicast,
 * unspecified, benchmark and translated ranges (NAT64, 6to4, Teredo: they can wrap a private one) are not.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  if (parsed.range() !== 'unicast') return false;
  // IPv4-compatible IPv6 addresses (::a.b.c.d, deprecated) still reach IPv4 on some systems.
  return !(parsed.kind() === 'ipv6' && parsed.toNormalizedString().startsWith('0:0:0:0:0:0:'));
}

/** The host of an address in URL form is a literal IP: `[::1]`, `127.0.0.1`; gives it without brackets, else null. */
export function literalAddress(hostname: string): string | null {
  const bare = hostname.startsWith('[') && hostname.endsWith(']') ? hostname.slice(1, -1) : hostname;
  return ipaddr.isValid(bare) ? bare : null;
}
