import type { ReactNode } from 'react';
import type { QueueItem } from '../api/client.ts';
import { LineHead } from '../evidence/LineHead.tsx';
import { Sentence } from '../evidence/Sentence.tsx';
import { type MessageKey, t, term } from '../messages/index.ts';
import type { Act, Mode } from './acts.ts';
import { CorrectForm } from './CorrectForm.tsx';
import { History } from './History.tsx';
import { MergeList } from './MergeList.tsx';
import { NoteForm } from './NoteForm.tsx';

const MODES: readonly (readonly [mode: Exclude<Mode, null>, key: string, name: MessageKey])[] = [
  ['correct', 'e', 'review.correct'],
  ['merge', 'm', 'review.merge'],
  ['note', 'n', 'review.note'],
  ['history', 'h', 'review.history'],
];

export function QueueLine(props: {
  id: string;
  item: QueueItem;
  isCurrent: boolean;
  mode: Mode;
  mayWrite: boolean;
  onFocus: () => void;
  onMode: (mode: Mode) => void;
  onAct: Act;
  onLeave: () => void;
  /** Why the latest decision about it was not taken, if it was not. */
  refusal: ReactNode;
}) {
  const { id, item, isCurrent, mode, mayWrite, onFocus, onMode, onAct, onLeave, refusal } = props;
  return (
    <li
      id={id}
      className={isCurrent ? 'queue-line current' : 'queue-line'}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: j and k move from line to line
      tabIndex={0}
      data-line
      aria-current={isCurrent || undefined}
      onFocus={onFocus}
    >
      <LineHead line={item} />
      <ul className="reasons" aria-label={t('review.reasons')}>
        {item.reasons.map((reason) => (
          <li key={reason}>{term('reason', reason)}</li>
        ))}
      </ul>
      <Sentence line={item} isLine={false} />
      {mayWrite && (
        <p className="row-tools">
          <button type="button" className="button small" onClick={() => onAct({ action: 'confirm' })}>
            {t('review.confirm')} <kbd>c</kbd>
          </button>
          <button type="button" className="button small" onClick={() => onAct({ action: 'reject' })}>
            {t('review.reject')} <kbd>x</kbd>
          </button>
          {MODES.map(([one, key, name]) => (
            <button
              key={one}
              type="button"
              className="button small"
              aria-expanded={mode === one}
              onClick={() => onMode(mode === one ? null : one)}
            >
              {t(name)} <kbd>{key}</kbd>
            </button>
          ))}
        </p>
      )}
      {mode === 'correct' && <CorrectForm item={item} onAct={onAct} onLeave={onLeave} />}
      {mode === 'merge' && <MergeList item={item} onAct={onAct} />}
      {mode === 'note' && <NoteForm onAct={onAct} onLeave={onLeave} />}
      {mode === 'history' && <History item={item} />}
      {refusal}
    </li>
  );
}
