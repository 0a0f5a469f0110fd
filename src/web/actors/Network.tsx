import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useRef, useState } from 'react';
import { networkQuery } from '../api/views.ts';
import { number, t } from '../messages/index.ts';
import { useDossier } from '../shared/dossier.ts';
import { Empty, Failed, Loading } from '../shared/states.tsx';
import { TakeRows } from '../shared/TakeRows.tsx';
import { useWidth } from '../shared/useWidth.ts';
import { networkLayout } from './network-layout.ts';
import { TieTable } from './TieTable.tsx';
import { type Tie, tiesOf } from './ties.ts';

/** Narrower, and names would lie on each other: the picture scrolls sideways. */
const NARROWEST = 900;

/** Who speaks or acts with or against whom, as a picture and as a table. */
export function Network() {
  const dossier = useDossier();
  const network = useQuery(networkQuery(dossier.id));
  const ties = useMemo(() => (network.data ? tiesOf(network.data) : []), [network.data]);
  const kinds = useMemo(
    () => new Map((network.data?.actors ?? []).map(({ name, kind }) => [name, kind])),
    [network.data],
  );
  if (network.isPending) return <Loading rows={6} />;
  if (network.isError) return <Failed error={network.error} retry={() => void network.refetch()} />;
  if (ties.length === 0) return <Empty title={t('network.none')} remedy={t('network.none.remedy')} />;
  const { total } = network.data;
  const given = network.data.ties.length;
  return (
    <>
      <div className="bar">
        <p className="range">
          {t('network.hint')}
          {total > given && ` ${t('network.some', { shown: number(given), total: number(total) })}`}
        </p>
        <TakeRows name="ties" rows={() => ties.map((tie) => ({ ...tie }))} />
      </div>
      <Picture ties={ties} kinds={kinds} />
      <ul className="legend" aria-label={t('timeline.legend')}>
        {(['cooperation', 'conflict'] as const).map((kind) => (
          <li key={kind} className={`tie-key ${kind}`}>
            {t(`network.legend.${kind}`)}
          </li>
        ))}
        {(['state', 'person', 'other'] as const).map((kind) => (
          <li key={kind} className={`name-key kind-${kind}`}>
            {t(`network.legend.${kind}`)}
          </li>
        ))}
      </ul>
      <TieTable ties={ties} dossier={dossier.id} />
    </>
  );
}

type KindOf = ReadonlyMap<string, string>;

function Picture({ ties, kinds }: { ties: readonly Tie[]; kinds: KindOf }) {
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(useWidth(box), NARROWEST);
  const height = Math.min(Math.max(Math.round(width * 0.5), 560), 820);
  const places = useMemo(() => networkLayout(ties, width, height), [ties, width, height]);
  const [looked, setLooked] = useState<string | null>(null);
  const navigate = useNavigate();
  const at = new Map(places.map((place) => [place.name, place]));
  const near = new Set(
    ties.flatMap(({ one, other }) => (one === looked ? [other] : other === looked ? [one] : [])),
  );
  const most = Math.max(...ties.map((tie) => Math.max(tie.cooperation, tie.conflict)));
  const heaviest = Math.max(50, ...places.map(({ weight }) => weight));
  const radius = (weight: number) => 4 + 16 * Math.sqrt(weight / heaviest);
  const isFaint = (name: string) => looked !== null && name !== looked && !near.has(name);
  return (
    <div className="network-box" ref={box}>
      <svg
        className="network"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        role="img"
        aria-label={t('network.label', { people: number(places.length), ties: number(ties.length) })}
      >
        {ties.map((tie) => {
          const [from, to] = [at.get(tie.one), at.get(tie.other)];
          if (!from || !to) return null;
          const faint = looked !== null && tie.one !== looked && tie.other !== looked;
          return (['cooperation', 'conflict'] as const).map((kind) => {
            const count = tie[kind];
            if (count === 0) return null;
            const away = tie.cooperation > 0 && tie.conflict > 0 ? (kind === 'conflict' ? 3 : -3) : 0;
            const part = Math.sqrt(count / most);
            return (
              <line
                key={`${tie.one} ${tie.other} ${kind}`}
                className={`tie ${kind}${faint ? ' faint' : ''}`}
                x1={from.x + away}
                y1={from.y + away}
                x2={to.x + away}
                y2={to.y + away}
                strokeWidth={1 + 5 * part}
                strokeOpacity={looked === null ? 0.25 + 0.65 * part : 0.9}
              />
            );
          });
        })}
        {places.map(({ name, weight, x, y }) => (
          // biome-ignore lint/a11y/noStaticElementInteractions: the table below has the same as links
          <g
            key={name}
            className={`person kind-${kinds.get(name) ?? 'unknown'}${isFaint(name) ? ' faint' : ''}${name === looked ? ' looked' : ''}`}
            transform={`translate(${x} ${y})`}
            onPointerEnter={() => setLooked(name)}
            onPointerLeave={() => setLooked(null)}
            onClick={() => void navigate({ to: '/people/$name', params: { name } })}
          >
            <circle r={radius(weight)} />
            <text y={-6 - radius(weight)} textAnchor="middle">
              {name.length > 26 ? `${name.slice(0, 25)}…` : name}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
