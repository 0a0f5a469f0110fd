import { type RefObject, useId } from 'react';
import { type MessageKey, t } from '../messages/index.ts';
import { VIEWS } from './views.ts';

type Keys = readonly (readonly [keys: readonly string[], message: MessageKey])[];

const GROUPS: readonly (readonly [title: MessageKey, keys: Keys])[] = [
  [
    'help.everywhere',
    [
      [['j'], 'help.next'],
      [['k'], 'help.previous'],
      [['Enter'], 'help.enter'],
      [['Esc'], 'help.escape'],
      [['/'], 'help.search'],
      [['Ctrl', 'K'], 'help.palette'],
      [['?'], 'help.help'],
    ],
  ],
  ['help.views', VIEWS.map(({ letter, name }) => [['g', letter], name] as const)],
  [
    'help.axis',
    [
      [['←', '→'], 'help.pan'],
      [['+', '−'], 'help.zoom'],
      [['Home'], 'help.all'],
      [['Enter'], 'help.axisOpen'],
    ],
  ],
  [
    'help.review',
    [
      [['c'], 'review.confirm'],
      [['e'], 'review.correct'],
      [['x'], 'review.reject'],
      [['m'], 'review.merge'],
      [['n'], 'review.note'],
      [['h'], 'review.history'],
      [['u'], 'review.undo'],
    ],
  ],
];

export function HelpDialog({ dialog }: { dialog: RefObject<HTMLDialogElement | null> }) {
  const title = useId();
  return (
    <dialog ref={dialog} className="dialog help" aria-labelledby={title}>
      <h2 id={title}>{t('help.title')}</h2>
      <div className="help-groups">
        {GROUPS.map(([heading, keys]) => (
          <section key={heading} aria-label={t(heading)}>
            <h3>{t(heading)}</h3>
            <dl>
              {keys.map(([combination, message]) => (
                <div key={message}>
                  <dt>
                    {combination.map((key) => (
                      <kbd key={key}>{key}</kbd>
                    ))}
                  </dt>
                  <dd>{t(message)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <form method="dialog">
        <button type="submit" className="button">
          {t('help.close')}
        </button>
      </form>
    </dialog>
  );
}
