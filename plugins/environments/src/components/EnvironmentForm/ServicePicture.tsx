import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { ENTRY, NODE, Picture, PictureNode } from '../../model/pictureOf';
import { environmentsTranslationRef } from '../../translation';
import { usePictureStyles } from './usePictureStyles';

/** The domain as a picture in which services are taken and left; the boxes in it are real. */
export function ServicePicture(props: {
  picture: Picture;
  label: string;
  /** The version that would run, by service. */
  versionOf: (name: string) => string;
  /** What a box is called to who cannot see the picture. */
  nameOf: (node: PictureNode) => string;
  emptied: readonly string[];
  onToggle: (node: PictureNode) => void;
}): JSX.Element {
  const { picture, label, versionOf, nameOf, emptied, onToggle } = props;
  const classes = usePictureStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const { width, height, entry, nodes, edges } = picture;
  const percent = (part: number, whole: number) => `${(100 * part) / whole}%`;
  const order = [...nodes].sort((a, b) => a.column - b.column || a.y - b.y);
  return (
    <div className={classes.root}>
      <div
        role="group"
        aria-label={label}
        className={classes.canvas}
        style={{ minWidth: Math.min(width, 640), maxWidth: width * 1.25 }}
      >
        <svg
          aria-hidden="true"
          focusable="false"
          className={classes.svg}
          viewBox={`0 0 ${width} ${height}`}
        >
          {edges.map(edge => (
            <g key={edge.key}>
              <path
                d={edge.d}
                className={[
                  classes.wire,
                  edge.look === 'mine' && classes.wireMine,
                  edge.look === 'needed' && classes.wireNeeded,
                  edge.messages && classes.messages,
                ]
                  .filter(Boolean)
                  .join(' ')}
              />
              <path
                d={`M${edge.head.x} ${edge.head.y}l${
                  edge.head.left ? 7 : -7
                }-4v8z`}
                className={
                  edge.look === 'plain'
                    ? classes.head
                    : `${classes.head} ${classes.headAccent}`
                }
              />
            </g>
          ))}
          {entry && (
            <g>
              <rect
                className={classes.entry}
                x={entry.x}
                y={entry.y}
                width={ENTRY.width}
                height={ENTRY.height}
                rx={18}
              />
              <text
                className={classes.name}
                x={entry.x + ENTRY.width / 2}
                y={entry.y + 23}
                textAnchor="middle"
              >
                {t('form.services.entry')}
              </text>
            </g>
          )}
          {nodes.map(node =>
            node.service.store ? (
              <StoreDrawing
                key={node.service.name}
                node={node}
                own={emptied.includes(node.service.name)}
              />
            ) : (
              <NodeDrawing
                key={node.service.name}
                node={node}
                version={versionOf(node.service.name)}
              />
            ),
          )}
        </svg>
        {order.map(node => {
          const { service, role } = node;
          const checked = service.store
            ? emptied.includes(service.name)
            : role === 'mine';
          return (
            <input
              key={service.name}
              type="checkbox"
              className={classes.tickBox}
              style={{
                left: percent(node.x, width),
                top: percent(node.y, height),
                width: percent(NODE.width, width),
                height: percent(NODE.height, height),
              }}
              checked={checked}
              aria-label={nameOf(node)}
              aria-disabled={role === 'refused' || undefined}
              onChange={() => {
                if (role !== 'refused') {
                  onToggle(node);
                }
              }}
            />
          );
        })}
      </div>
      <Legend isNeeded={nodes.some(({ role }) => role === 'needed')} />
    </div>
  );
}

/** What the looks mean; the names of the boxes say it to who cannot see them. */
function Legend(props: { isNeeded: boolean }): JSX.Element {
  const classes = usePictureStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const entries = [
    { look: classes.keyMine, text: t('form.services.mine') },
    ...(props.isNeeded
      ? [{ look: classes.keyNeeded, text: t('form.services.needed') }]
      : []),
    { look: '', text: t('form.services.shared') },
  ];
  return (
    <div aria-hidden="true" className={classes.legend}>
      {entries.map(({ look, text }) => (
        <span key={text}>
          <span className={`${classes.key} ${look}`} />
          {text}
        </span>
      ))}
    </div>
  );
}

function NodeDrawing(props: {
  node: PictureNode;
  version: string;
}): JSX.Element {
  const { node, version } = props;
  const { x, y, role, service } = node;
  const classes = usePictureStyles();
  const looks = {
    mine: classes.mine,
    needed: classes.needed,
    refused: classes.refused,
    shared: '',
  };
  const text = role === 'mine' ? classes.onMine : '';
  const right = x + NODE.width - 28;
  return (
    <g>
      <rect
        className={`${classes.box} ${looks[role]}`}
        x={x}
        y={y}
        width={NODE.width}
        height={NODE.height}
        rx={4}
      />
      <text className={`${classes.name} ${text}`} x={x + 12} y={y + 19}>
        {cut(service.name, 13)}
      </text>
      <text className={`${classes.version} ${text}`} x={x + 12} y={y + 35}>
        {cut(version, 15)}
      </text>
      {role === 'needed' && (
        <path
          className={classes.plus}
          d={`M${right + 8} ${y + 17}v10M${right + 3} ${y + 22}h10`}
        />
      )}
      {(role === 'mine' || role === 'shared') && (
        <rect
          className={role === 'mine' ? classes.tickMine : classes.tick}
          x={right}
          y={y + 14}
          width={16}
          height={16}
          rx={3}
        />
      )}
      {role === 'mine' && (
        <path
          className={classes.mark}
          d={`M${right + 3.5} ${y + 22.3}l3.2 3.2 5.4-6.2`}
        />
      )}
    </g>
  );
}

function StoreDrawing(props: { node: PictureNode; own: boolean }): JSX.Element {
  const { node, own } = props;
  const { x, y, service } = node;
  const classes = usePictureStyles();
  const look = own ? classes.mine : classes.store;
  return (
    <g>
      <path
        className={look}
        d={`M${x} ${y + 8}v28c0 4 9 8 20 8s20-4 20-8v-28z`}
      />
      <ellipse className={look} cx={x + 20} cy={y + 8} rx={20} ry={7} />
      <text className={classes.version} x={x + 50} y={y + 26}>
        {cut(service.name, 12)}
      </text>
    </g>
  );
}

function cut(text: string, most: number): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
