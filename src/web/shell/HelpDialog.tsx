import { type RefObject, useId } from 'react';
import { t } from '../messages/index.ts';

const KEYS = [
  [['j'], 'help.next'],
  [['k'], 'help.previous'],
  [['Enter'], 'help.enter'],
  [['Esc'], 'help.escape'],
  [['/'], 'help.search'],
  [['g', 'a'], 'help.articles'],
  [['g', 't'], 'help.timeline'],
  [['?'], 'help.help'],
] as const;

export function HelpDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const title = useId();
  return (
    <dialog ref={dialog} className="help" aria-labelledby={title}>
      <h2 id={title}>{t('help.title')}</h2>
      <dl>
        {KEYS.map(([keys, message]) => (
          <div key={message}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{t(message)}</dd>
          </div>
        ))}
      </dl>
      <form method="dialog">
        <button type="submit" className="button">
          {t('help.close')}
        </button>
      </form>
    </dialog>
  );
}
