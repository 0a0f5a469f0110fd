import { Link } from '@tanstack/react-router';
import type { ArticleRecord, ArticleRef } from '../api/client.ts';
import { t } from '../messages/index.ts';
import { dateInWords } from '../shared/dates.ts';
import { sourceName } from '../shared/names.ts';
import { evidenceOf, idOf, type RecordLine } from './line.ts';

/** The sentence of a line, as a link to it in its article. */
export function Sentence({ line, isLine = true }: { line: RecordLine; isLine?: boolean }) {
  const [first] = evidenceOf(line);
  return (
    <blockquote className="sentence">
      <Link
        to="/articles/$id"
        params={{ id: line.article.id }}
        search={{ line: idOf(line) }}
        data-line={isLine || undefined}
        title={t('line.open')}
        lang={line.article.language}
        dir="auto"
      >
        {first?.text.trim() || t('reader.evidence.missing')}
      </Link>
      <SentenceSource article={line.article} />
    </blockquote>
  );
}

export function SentenceSource({ article }: { article: ArticleRef }) {
  return (
    <footer className="facts quiet">
      <bdi>{sourceName(article) ?? article.title}</bdi>
      {article.published && (
        <time dateTime={article.published}>{dateInWords(article.published, 'short')}</time>
      )}
    </footer>
  );
}

/** The paragraph around the first sentence of a line, with the sentence marked. */
export function Passage({ record, line }: { record: ArticleRecord; line: RecordLine }) {
  const [first] = evidenceOf(line);
  if (!first) return <p className="quiet">{t('reader.evidence.missing')}</p>;
  const { text, paragraphs, language } = record.article;
  const around = paragraphs.find(({ start, end }) => start <= first.start && first.end <= end) ?? first;
  return (
    <blockquote className="passage" lang={language} dir="auto">
      {text.slice(around.start, first.start)}
      <mark>{text.slice(first.start, first.end)}</mark>
      {text.slice(first.end, around.end)}
    </blockquote>
  );
}
