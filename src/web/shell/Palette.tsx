import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useDeferredValue, useId, useMemo, useState } from 'react';
import { actorNamesQuery, articlesQuery } from '../api/queries.ts';
import { t, term } from '../messages/index.ts';
import { VIEWS } from './views.ts';

interface Choice {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  readonly go: () => void;
}

/**
 * One field that leads anywhere: views, articles, people. Opens with Control+K. The words are cleared as it
 * leaves, before the dialog closes: its close event comes later, when the next words may be typed already.
 */
export function Palette({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);
  const list = useId();
  const choices = useChoices(words.trim());
  const current = Math.min(at, choices.length - 1);
  const leave = () => {
    setWords('');
    setAt(0);
    dialog.current?.close();
  };
  const take = (choice: Choice | undefined) => {
    if (!choice) return;
    leave();
    choice.go();
  };
  const onKey = (press: KeyboardEvent) => {
    const step = press.key === 'ArrowDown' ? 1 : press.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setAt((current + step + choices.length) % Math.max(choices.length, 1));
    else if (press.key === 'Enter') take(choices[current]);
    else if (press.key === 'Escape') leave();
    else return;
    press.preventDefault();
  };
  return (
    <dialog
      ref={dialog}
      className="dialog palette"
      aria-label={t('palette.title')}
      onCancel={(cancel) => {
        cancel.preventDefault();
        leave();
      }}
      onClick={(click) => click.target === dialog.current && leave()}
      onKeyDown={onKey}
    >
      <input
        type="text"
        role="combobox"
        aria-expanded="true"
        aria-controls={list}
        aria-activedescendant={current >= 0 ? `${list}-${current}` : undefined}
        aria-label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        autoComplete="off"
        spellCheck={false}
        value={words}
        onChange={(change) => {
          setWords(change.target.value);
          setAt(0);
        }}
      />
      <div id={list} role="listbox" aria-label={t('palette.choices')} className="palette-list" tabIndex={-1}>
        {choices.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys, as a combobox does
          <div
            key={choice.key}
            id={`${list}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === current}
            onClick={() => take(choice)}
            onPointerMove={() => setAt(index)}
          >
            <bdi>{choice.label}</bdi>
            <span className="quiet small">{choice.kind}</span>
          </div>
        ))}
      </div>
    </dialog>
  );
}

/** Views follow each letter at once, so that Enter never takes what earlier letters led to; the store is asked a little later. */
function useChoices(typed: string): Choice[] {
  const words = useDeferredValue(typed);
  const navigate = useNavigate();
  const asks = words.length > 1;
  const people = useQuery({ ...actorNamesQuery(words), enabled: asks });
  const articles = useInfiniteQuery({ ...articlesQuery({ q: words }), enabled: asks });
  return useMemo(() => {
    const lower = typed.toLowerCase();
    const choices: Choice[] = VIEWS.filter(({ name }) => t(name).toLowerCase().includes(lower)).map(
      ({ to, name }) => ({
        key: to,
        kind: t('palette.view'),
        label: t(name),
        go: () => void navigate({ to }),
      }),
    );
    if (!asks || words !== typed) return choices;
    for (const { name, kind } of people.data?.items.slice(0, 5) ?? []) {
      choices.push({
        key: `actor ${name}`,
        kind: term('actorKind', kind),
        label: name,
        go: () => void navigate({ to: '/people/$name', params: { name } }),
      });
    }
    for (const { article } of articles.data?.pages[0]?.items.slice(0, 7) ?? []) {
      choices.push({
        key: article.id,
        kind: t('palette.article'),
        label: article.title,
        go: () => void navigate({ to: '/articles/$id', params: { id: article.id } }),
      });
    }
    choices.push({
      key: 'search',
      kind: t('nav.search'),
      label: t('palette.search', { words }),
      go: () => void navigate({ to: '/search', search: { q: words } }),
    });
    return choices;
  }, [typed, words, asks, people.data, articles.data, navigate]);
}
