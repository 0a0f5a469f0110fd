import { type ReactNode, useEffect, useId, useState } from 'react';
import { t } from '../messages/index.ts';

/** Form fields whose value lives in the address. */

export function Field({ label, children }: { label: string; children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

export function SelectField(props: {
  label: string;
  value: string | undefined;
  /** What stands for no choice; left out where one must be chosen. */
  any?: string;
  choices: readonly { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}) {
  const { label, value, any, choices, onChange } = props;
  const isListed = value === undefined || choices.some((choice) => choice.value === value);
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value ?? ''} onChange={(change) => onChange(change.target.value || undefined)}>
          {any !== undefined && <option value="">{any}</option>}
          {!isListed && <option value={value}>{value}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function DayField(props: {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}) {
  return (
    <Field label={props.label}>
      {(id) => (
        <input
          id={id}
          type="date"
          min="1900-01-01"
          max="2099-12-31"
          value={props.value ?? ''}
          onChange={(change) => props.onChange(change.target.value || undefined)}
        />
      )}
    </Field>
  );
}

/** Text that is handed on when typing pauses, so that not every letter asks the server. */
export function TextField(props: {
  label: string;
  value: string | undefined;
  placeholder?: string;
  suggestions?: readonly string[];
  /** Is this the field that `/` goes to? */
  isSearch?: boolean;
  onType?: (text: string) => void;
  onChange: (value: string | undefined) => void;
}) {
  const { label, value = '', placeholder, suggestions, isSearch = false, onType, onChange } = props;
  const [text, setText] = useState(value);
  const [handedOn, setHandedOn] = useState(value);
  const list = useId();
  if (value !== handedOn) {
    // The address changed from elsewhere: the back button, or "clear all".
    setHandedOn(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === handedOn) return;
    const timer = setTimeout(() => {
      setHandedOn(text.trim());
      onChange(text.trim() || undefined);
    }, 300);
    return () => clearTimeout(timer);
  }, [text, handedOn, onChange]);
  return (
    <Field label={label}>
      {(id) => (
        <>
          <input
            id={id}
            type="search"
            value={text}
            autoComplete="off"
            spellCheck={false}
            dir="auto"
            placeholder={placeholder}
            maxLength={500}
            data-search={isSearch || undefined}
            list={suggestions ? list : undefined}
            onChange={(change) => {
              setText(change.target.value);
              onType?.(change.target.value);
            }}
          />
          {suggestions && (
            <datalist id={list}>
              {suggestions.map((suggestion) => (
                <option key={suggestion} value={suggestion} />
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

export function ClearButton({ count, onClear }: { count: number; onClear: () => void }) {
  if (count === 0) return null;
  return (
    <button type="button" className="button plain" onClick={onClear}>
      {t('filter.clear')}
    </button>
  );
}
