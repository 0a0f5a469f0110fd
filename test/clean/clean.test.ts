import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean } from '../../src/clean/index.ts';
import { makePage, type PageOptions } from '../../src/collect/index.ts';
import { Article, isTrueSpan } from '../../src/model/index.ts';

function cleaned(source: string | Uint8Array, options: PageOptions = {}) {
  return clean(makePage(typeof source === 'string' ? Buffer.from(source) : source, 'test', options));
}

const STORY = [
  'Delegations of Norland and Sudria met in the border town of Varda on Wednesday to talk about the closed river crossing.',
  'The crossing has been closed since the spring, and farmers on both sides of the river have lost their markets, the mediator said.',
  'Read also the small print, said the envoy of Norland, before you praise the river crossing plan: it opens nothing for the farmers of Varda, and the mediator knows it.',
];

const PAGE = `<!doctype html><html lang="en"><head><title>Talks in Varda | The Fictional Post</title>
<meta property="og:site_name" content="The Fictional Post">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Talks in Varda","datePublished":"2031-05-07T10:00:00Z","author":{"name":"Ana Petrova"}}</script>
<meta property="article:published_time" content="2031-05-08"></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<ol class="breadcrumb"><li><a href="/world">World</a></li><li><a href="/n">Norland</a></li><li>Talks in Varda</li></ol>
<article><h1>Talks in Varda</h1><p>${STORY[0]}</p><p>See also: <a href="/storm">Storm closes the northern port</a></p>
<figure><img src="x.jpg" onerror="alert(1)"><figcaption>The river at Varda</figcaption></figure>
<p>${STORY[1]}</p><p>${STORY[2]}</p></article>
<div class="share">Share on Telegram</div><form id="respond"><label>Leave a reply</label> Your email address will not be published.</form>
<div class="cookie-banner">We use cookies to make this site better. <button>Accept</button></div><footer>© 2031 The Fictional Post</footer></body></html>`;

it('parts words of removed pieces that only style sets apart', () => {
  const { article } = cleaned(
    `<body><nav><a href="/a">Share</a><a href="/b"><b>Tw</b>eet</a> <span>Mail</span></nav>${STORY.map((text) => `<p>${text}</p>`).join('')}`,
    { format: 'html' },
  );
  expect(article.removed.map(({ text }) => text)).toEqual(['Share Tweet Mail']);
});

describe('clean of a page', () => {
  const { article, notes } = cleaned(PAGE, { url: 'https://post.example/varda' });

  it('keeps the story, all of it and nothing else', () => {
    expect(article.paragraphs.map(({ text }) => text)).toEqual(STORY);
  });

  it('knows title, outlet, byline, areas, caption and language', () => {
    expect(article).toMatchObject({
      title: 'Talks in Varda',
      outlet: 'The Fictional Post',
      byline: 'Ana Petrova',
      areas: ['World', 'Norland'],
      caption: 'The river at Varda',
      language: 'en',
    });
  });

  it('trusts JSON-LD over meta and tells where they differ', () => {
    expect(article).toMatchObject({ published: '2031-05-07', publishedBasis: 'json-ld' });
    expect(notes.map(({ message }) => message).join()).toContain('2031-05-08 (meta)');
  });

  it('lists what it took away, with the reason and the place', () => {
    const reasons = Object.fromEntries(article.removed.map(({ text, reason }) => [text, reason]));
    expect(reasons).toMatchObject({
      'See also: Storm closes the northern port': 'injected-link',
      'Share on Telegram': 'share',
      'Talks in Varda': 'repeated-title',
    });
    expect(new Set(article.removed.map(({ reason }) => reason))).toEqual(
      new Set([
        'navigation',
        'breadcrumb',
        'repeated-title',
        'injected-link',
        'caption',
        'share',
        'comment-form',
        'cookie-notice',
        'boilerplate',
      ]),
    );
    expect(article.related).toEqual([{ title: 'Storm closes the northern port', url: '/storm' }]);
    expect(article.removed.every(({ source }) => source && 'path' in source)).toBe(true);
    expect(article.sources).toHaveLength(STORY.length);
  });
});

describe('clean of scraped text', () => {
  const scraped = [
    'Home › World › Norland',
    'Talks in Varda',
    'Talks in Varda',
    'by admin',
    'Photo: the river at Varda',
    '',
    STORY[0],
    'See also Storm closes the northern port',
    STORY[1],
    'You may also like: Ten bridges to see',
    STORY[2],
    'Subscribe to our newsletter and never miss a story!',
    '2 comments',
    'anna: nonsense',
    'This site uses Akismet to reduce spam.',
  ].join('\n');
  const { article } = cleaned(scraped);

  it('keeps the story, also the paragraph that only begins like an injected line', () => {
    expect(article.paragraphs.map(({ text }) => text)).toEqual(STORY);
  });

  it('knows title, areas, byline and caption', () => {
    expect(article).toMatchObject({
      title: 'Talks in Varda',
      areas: ['World', 'Norland'],
      byline: 'admin',
      caption: 'the river at Varda',
    });
  });

  it('gives the reason of every removed line, and its bytes', () => {
    const bytes = Buffer.from(scraped);
    for (const { text, source } of article.removed) {
      expect(source && 'bytes' in source && bytes.subarray(...source.bytes).toString()).toBe(text);
    }
    expect(article.removed.map(({ reason }) => reason)).toEqual([
      'breadcrumb',
      'repeated-title',
      'repeated-title',
      'byline',
      'caption',
      'injected-link',
      'related-stories',
      'subscription',
      'comment',
      'comment',
      'spam-notice',
    ]);
  });
});

describe('passages in another language', () => {
  it('are marked with it', () => {
    const { article } = cleaned(
      `${STORY[0]}\n\nThe envoy spoke with the mayor and [gli altri rappresentanti presenti alla riunione di ieri] about the river crossing and the farmers.`,
    );
    expect(article.residue).toMatchObject([
      { language: 'it', text: '[gli altri rappresentanti presenti alla riunione di ieri]' },
    ]);
    expect(isTrueSpan(article.text, article.residue[0] as Article['residue'][number])).toBe(true);
  });
});

describe('any page at all', () => {
  const piece = fc.constantFrom(
    '<div>',
    '</div>',
    '<p>',
    '</p>',
    '<b',
    '>',
    '"',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    'See also: x',
    '&amp;',
    '&#0;',
    '\u0000',
    '<a href="javascript:alert(1)">',
    '</a>',
    '<title>',
    STORY[0] as string,
    '<br><br>',
    '<ul><li>',
    '<table><tr><td>',
    '\n',
    '[',
    ']',
    'é',
    '😀',
  );

  it('gives an article that keeps the contract, the same every time', () => {
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 60 }),
        fc.constantFrom<'html' | 'text'>('html', 'text'),
        (pieces, format) => {
          const page = { id: 'a', bytes: Buffer.from(pieces.join('')), hash: 'h', origin: 'test', format };
          const { article } = clean(page);
          expect(Article.safeParse(article).error).toBeUndefined();
          for (const span of [...article.paragraphs, ...article.residue])
            expect(isTrueSpan(article.text, span)).toBe(true);
          expect(clean(page).article).toEqual(article);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('keeps text that lies 100,000 elements deep', () => {
    const deep = `<body>${'<div>'.repeat(100_000)}<p>${STORY[0]}</p>${'</div>'.repeat(100_000)}`;
    expect(cleaned(deep).article.text).toBe(STORY[0]);
  });

  it.each([
    ['unclosed elements', '<div><p>'.repeat(20_000)],
    ['scripts', '<script>var a = "<p>x</p>";</script>'.repeat(20_000)],
    ['one huge attribute', `<p class="${'a '.repeat(200_000)}">`],
    ['brackets', '['.repeat(200_000)],
    ['links', '<a href="#">x</a>'.repeat(20_000)],
  ])('survives many %s around a story', (_, noise) => {
    expect(cleaned(`<body>${noise}</p></div><p>${STORY[0]}</p>`).article.text).toContain(STORY[0]);
  });

  it('is empty, with a note, where there is no text', () => {
    const { article, notes } = cleaned('<html><body><img src="a.png"></body></html>');
    expect(article.text).toBe('');
    expect(notes.map(({ kind }) => kind)).toEqual(['cleaning']);
  });
});

describe('a page of more elements than are read', () => {
  it('says that what stands behind them is left out', () => {
    const { article, notes } = cleaned(
      `${STORY.map((text) => `<p>${text}</p>`).join('')}${'<b></b>'.repeat(400_001)}`,
    );
    expect(notes.map(({ kind }) => kind)).toContain('limits');
    expect(article.text).toContain(STORY[1]);
  });
});
