import { useQuery } from '@tanstack/react-query';
import { type ClipboardEvent, type DragEvent, type FormEvent, useState } from 'react';
import type { JobInput } from '../api/client.ts';
import { jobsQuery } from '../api/jobs.ts';
import { useRights } from '../api/session.ts';
import { t, term } from '../messages/index.ts';
import { Field } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { Empty } from '../shared/states.tsx';
import { useTitle } from '../shell/title.ts';
import { inputsOfFiles, type NotSent } from './file-inputs.ts';
import { inputsOfText } from './inputs.ts';
import { JobProgress } from './JobProgress.tsx';
import { useAdding } from './useAdding.ts';

/** Files dropped, text or addresses pasted: all become articles, and one sees how far it is. */
export function AddView() {
  useTitle(t('nav.add'));
  const { mayWrite } = useRights();
  const jobs = useQuery(jobsQuery);
  const start = useAdding();
  const [text, setText] = useState('');
  const [isOver, setOver] = useState(false);
  const [notSent, setNotSent] = useState<readonly NotSent[]>([]);
  const add = (inputs: JobInput[]) => {
    setNotSent([]);
    if (inputs.length > 0) start.mutate(inputs);
  };
  const addText = (given: string) => {
    setNotSent([]);
    const inputs = inputsOfText(given);
    if (inputs.length > 0) start.mutate(inputs, { onSuccess: () => setText('') });
  };
  const addFiles = async (files: FileList | null) => {
    const { inputs, notSent } = await inputsOfFiles([...(files ?? [])]);
    add(inputs);
    setNotSent(notSent);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    if (files.length > 0) void addFiles(files);
    else addText(event.dataTransfer.getData('text/plain'));
  };
  const paste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return;
    event.preventDefault();
    void addFiles(event.clipboardData.files);
  };
  const send = (submit: FormEvent) => {
    submit.preventDefault();
    addText(text);
  };
  if (!mayWrite) return <Empty heading title={t('add.readOnly')} remedy={t('add.readOnly.remedy')} />;
  return (
    <div className="view add">
      <header className="view-head">
        <h1>{t('add.title')}</h1>
        <p className="quiet">{t('add.about')}</p>
      </header>
      <form
        className={isOver ? 'drop over' : 'drop'}
        onSubmit={send}
        onDrop={drop}
        onPaste={paste}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
      >
        <Field label={t('add.files')}>
          {(id) => (
            <input
              id={id}
              type="file"
              multiple
              onChange={(change) => {
                const field = change.currentTarget;
                void addFiles(field.files).then(() => {
                  field.value = '';
                });
              }}
            />
          )}
        </Field>
        <Field label={t('add.text')}>
          {(id) => (
            <textarea
              id={id}
              rows={8}
              value={text}
              dir="auto"
              placeholder={t('add.placeholder')}
              onChange={(change) => setText(change.target.value)}
              onKeyDown={(press) => {
                if (press.key === 'Enter' && (press.ctrlKey || press.metaKey)) addText(text);
              }}
            />
          )}
        </Field>
        <Refusal of={start} />
        {notSent.length > 0 && (
          <ul role="alert" className="refusal">
            {notSent.map(({ name, reason }) => (
              <li key={name}>
                <bdi>{name}</bdi> {term('notSent', reason)}
              </li>
            ))}
          </ul>
        )}
        <p className="row-tools">
          <button type="submit" className="button strong" disabled={text.trim() === '' || start.isPending}>
            {t('add.add')}
          </button>
        </p>
      </form>
      {(jobs.data ?? []).map((job) => (
        <JobProgress key={job.id} job={job} onAdd={add} />
      ))}
    </div>
  );
}
