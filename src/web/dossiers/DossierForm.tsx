import { type FormEvent, useDeferredValue, useId, useMemo, useState } from 'react';
import type { Dossier } from '../api/client.ts';
import { useSavedDossier } from '../api/dossiers.ts';
import { t } from '../messages/index.ts';
import { DayField, Field, SelectField } from '../shared/fields.tsx';
import { Refusal } from '../shared/Refusal.tsx';
import { type Draft, definitionOf, draftOf, isEmpty } from './draft.ts';
import { Preview } from './Preview.tsx';

const LISTS = ['parties', 'places', 'words', 'sources'] as const;

/** Makes a dossier or changes one; what of the store falls in is seen while one types. */
export function DossierForm({ edited, onDone }: { edited: Dossier | null; onDone: () => void }) {
  const [draft, setDraft] = useState<Draft>(() => draftOf(edited));
  const save = useSavedDossier();
  const heading = useId();
  const set = (patch: Partial<Draft>) => setDraft((before) => ({ ...before, ...patch }));
  const settled = useDeferredValue(draft);
  const definition = useMemo(() => definitionOf(settled), [settled]);
  const send = (submit: FormEvent) => {
    submit.preventDefault();
    save.mutate(
      { id: edited?.id, name: draft.name.trim(), definition: definitionOf(draft) },
      {
        onSuccess: () => {
          setDraft(draftOf(null));
          onDone();
        },
      },
    );
  };
  return (
    <section className="panel dossier-form" aria-labelledby={heading}>
      <h2 id={heading}>{edited ? t('dossier.change') : t('dossier.new')}</h2>
      <form className="form" onSubmit={send}>
        <Field label={t('dossier.name')}>
          {(id) => (
            <input
              id={id}
              value={draft.name}
              required
              maxLength={200}
              dir="auto"
              onChange={(change) => set({ name: change.target.value })}
            />
          )}
        </Field>
        {LISTS.map((name) => (
          <Field key={name} label={t(`dossier.${name}`)}>
            {(id) => (
              <input
                id={id}
                value={draft[name]}
                dir="auto"
                spellCheck={false}
                placeholder={t(`dossier.${name}.placeholder`)}
                onChange={(change) => set({ [name]: change.target.value })}
              />
            )}
          </Field>
        ))}
        <div className="form across">
          <SelectField
            label={t('dossier.match')}
            value={draft.match}
            choices={[
              { value: 'any', label: t('dossier.match.any') },
              { value: 'all', label: t('dossier.match.all') },
            ]}
            onChange={(match) => set({ match: match === 'all' ? 'all' : 'any' })}
          />
          <DayField label={t('filter.since')} value={draft.since} onChange={(since) => set({ since })} />
          <DayField label={t('filter.until')} value={draft.until} onChange={(until) => set({ until })} />
        </div>
        <Refusal of={save} />
        <p className="row-tools">
          <button type="submit" className="button strong" disabled={save.isPending || isEmpty(definition)}>
            {t('dossier.save')}
          </button>
          {edited && (
            <button type="button" className="button" onClick={onDone}>
              {t('dossier.cancel')}
            </button>
          )}
        </p>
      </form>
      <Preview definition={definition} />
    </section>
  );
}
