/** How the name of a house is compared: `livescience.com`, `LiveScience` and `Live Science` are one. */
export function houseKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(?:https?:\/\/)?www\.|\.(?:com|org|net|info|news|co\.[a-z]{2}|[a-z]{2})$/g, '')
    .replace(/^the\s/, '')
    .replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether a text is an address of a site: `valley-post.example`. */
export function isHost(text: string): boolean {
  return /^(?:https?:\/\/)?[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,3}\.\p{L}{2,12}\/?$/u.test(text);
}

/** A byline without the outlet's own name behind the writer's. */
export function withoutHouse(byline: string, outlet: string | undefined): string {
  const key = houseKey(outlet ?? '');
  if (key.length < 3) return byline;
  for (let words = 1; words <= 6; words++) {
    const tail = new RegExp(`(?:\\S+\\s+){${words - 1}}\\S+$`, 'u').exec(byline.slice(-120))?.[0];
    if (tail === undefined || tail.length >= byline.length) break;
    if (houseKey(tail) !== key) continue;
    const rest = byline.slice(0, -tail.length).replace(/[\s,;.|/·•–—-]+$/u, '');
    // 'The Valley Post': the article before a house is no name.
    return /^(?:the|la|le|il|der|die|das|el)?$/i.test(rest) ? byline : rest;
  }
  return byline;
}
