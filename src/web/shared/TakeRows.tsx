import { t } from '../messages/index.ts';
import { csvOf, type Row } from './csv.ts';

/** Gives the rows of a table that only this view puts together as a file. */
export function TakeRows({ name, rows }: { name: string; rows: () => readonly Row[] }) {
  const save = (type: string, ending: string, text: string) => {
    const address = URL.createObjectURL(new Blob([text], { type }));
    const link = document.createElement('a');
    link.href = address;
    link.download = `${name}.${ending}`;
    link.click();
    // The browser has taken the text by the next turn.
    setTimeout(() => URL.revokeObjectURL(address), 1000);
  };
  return (
    <p className="take">
      <span className="quiet">{t('take.as')}</span>
      <button type="button" className="link" onClick={() => save('text/csv', 'csv', csvOf(rows()))}>
        CSV
      </button>
      <button
        type="button"
        className="link"
        onClick={() => save('application/json', 'json', `${JSON.stringify(rows(), null, 2)}\n`)}
      >
        JSON
      </button>
    </p>
  );
}
