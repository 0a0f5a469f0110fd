import type { FormEvent } from 'react';
import { t } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import type { Act } from './acts.ts';

export function NoteForm({ onAct, onLeave }: { onAct: Act; onLeave: () => void }) {
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const note = String(new FormData(submit.currentTarget).get('note')).trim();
    if (note !== '') onAct({ action: 'note', note });
  };
  return (
    <form className="form" onSubmit={send}>
      <Field label={t('review.note.text')}>
        {(id) => (
          // biome-ignore lint/a11y/noAutofocus: it opens at a key press, to be written in
          <textarea id={id} name="note" rows={3} maxLength={5000} dir="auto" required autoFocus />
        )}
      </Field>
      <p className="row-tools">
        <button type="submit" className="button strong">
          {t('review.save')}
        </button>
        <button type="button" className="button" onClick={onLeave}>
          {t('dossier.cancel')}
        </button>
      </p>
    </form>
  );
}
