/** Text for use inside HTML, in element content and in quoted attributes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => SIGNS[sign] as string);
}

const SIGNS: { readonly [sign: string]: string } = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A page that the server writes itself; needs no script. `body` is HTML, everything else text. */
export function htmlPage(page: {
  title: string;
  body: string;
  language?: string;
  className?: string;
}): string {
  return `<!doctype html>
<html lang="${escaped(page.language ?? 'en')}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)}</title>
<link rel="stylesheet" href="/api/page.css">
</head>
<body${page.className ? ` class="${escaped(page.className)}"` : ''}>
<main>
${page.body}
</main>
</body>
</html>
`;
}
