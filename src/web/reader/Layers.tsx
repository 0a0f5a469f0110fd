import { t } from '../messages/index.ts';
import { LAYER_NAMES, type Layer, SENTENCES } from './layers.ts';

/** What the marks in the text mean; each kind can be taken away and put back. */
export function Layers(props: {
  readonly there: readonly Layer[];
  readonly hidden: readonly Layer[];
  readonly onHide: (hidden: readonly Layer[]) => void;
}) {
  const { there, hidden, onHide } = props;
  if (there.length === 0) return null;
  return (
    <fieldset className="layers">
      <legend className="hidden">{t('reader.layers')}</legend>
      {there.map((layer) => {
        const isShown = !hidden.includes(layer);
        return (
          <button
            key={layer}
            type="button"
            aria-pressed={isShown}
            onClick={() => onHide(isShown ? [...hidden, layer] : hidden.filter((one) => one !== layer))}
          >
            <span
              className={SENTENCES.has(layer) ? `swatch evidence of-${layer}` : `swatch of-${layer}`}
              aria-hidden="true"
            >
              {t('reader.layer.sample')}
            </span>
            {t(LAYER_NAMES[layer])}
          </button>
        );
      })}
    </fieldset>
  );
}
