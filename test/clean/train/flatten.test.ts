import { describe, expect, it } from 'vitest';
import { flatten } from '../../../src/clean/train/flatten.ts';

const PAGE = `<html><head><title>Talks in Varda | Post</title><style>p { color: red }</style></head>
<body><ul><li><a href="/">Home</a></li><li>World</li></ul><script>var a = '<p>no</p>';</script>
<p>The envoys met <b>on
Monday</b>.<br>They parted late.</p><div hidden>A note for <i>nobody</i></div><button>Send</button></body></html>`;

describe('a page flattened as a crude scraper does it', () => {
  it('is a line a block, without scripts and styles, with all that is hidden', () =>
    expect(flatten(PAGE).split('\n')).toEqual([
      'Home',
      'World',
      'The envoys met on Monday.',
      'They parted late.',
      'A note for nobody',
      'Send',
    ]));

  it.each([
    ['the title of the document', { withTitle: true }, 'Talks in Varda | Post\nHome'],
    ['line feeds of the source', { keepsFeeds: true }, 'met on\nMonday.\nThey'],
    ['blank lines', { hasBlanks: true }, 'Home\n\nWorld\n\nThe'],
  ])('can have %s', (_, options, part) => expect(flatten(PAGE, options)).toContain(part));

  it('can lack what is hidden', () => expect(flatten(PAGE, { dropsHidden: true })).not.toContain('nobody'));

  it('does not mind how deep a page is', () =>
    expect(flatten(`${'<div>'.repeat(100_000)}deep`)).toBe('deep'));
});
