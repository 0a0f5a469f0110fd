import { type FormEvent, useState } from 'react';
import type { QueueItem } from '../api/client.ts';
import { t, term } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import type { Act } from './acts.ts';
import { changesOf, type FieldOf, fieldsOf } from './correction.ts';

/** Corrects a line field by field; only what was changed is sent. */
export function CorrectForm({ item, onAct, onLeave }: { item: QueueItem; onAct: Act; onLeave: () => void }) {
  const [fields] = useState(() => fieldsOf(item));
  const [problem, setProblem] = useState('');
  const send = (submit: FormEvent<HTMLFormElement>) => {
    submit.preventDefault();
    const given = new FormData(submit.currentTarget);
    const changes = changesOf(fields, (name) => String(given.get(name) ?? ''));
    const note = String(given.get('note')).trim();
    if (changes === null) setProblem(t('review.correct.number'));
    else if (Object.keys(changes).length === 0) setProblem(t('review.correct.nothing'));
    else onAct({ action: 'correct', changes, ...(note && { note }) });
  };
  return (
    <form className="form" onSubmit={send}>
      <div className="form across">
        {fields.map((field, index) => (
          <Field key={field.name} label={term('field', field.name)}>
            {(id) => <Input id={id} field={field} isFirst={index === 0} />}
          </Field>
        ))}
        <Field label={t('review.why')}>
          {(id) => <input id={id} name="note" maxLength={5000} dir="auto" />}
        </Field>
      </div>
      <p className="quiet small">{t('review.correct.about')}</p>
      {problem && (
        <p role="alert" className="refusal">
          {problem}
        </p>
      )}
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

function Input({ id, field, isFirst }: { id: string; field: FieldOf; isFirst: boolean }) {
  const { name, value, choices, group } = field;
  if (!choices)
    return (
      <input id={id} name={name} defaultValue={value} dir="auto" spellCheck={false} autoComplete="off" />
    );
  return (
    // biome-ignore lint/a11y/noAutofocus: it opens at a key press, to be filled in
    <select id={id} name={name} defaultValue={value} autoFocus={isFirst}>
      {choices.map((one) => (
        <option key={one} value={one}>
          {one === ''
            ? t('review.noMode')
            : name === 'mode'
              ? one.replaceAll('-', ' ')
              : term(group ?? name, one)}
        </option>
      ))}
    </select>
  );
}
