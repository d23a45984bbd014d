import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { Example } from '../../model/exampleOf';
import { environmentsTranslationRef } from '../../translation';

const STEP = 168;
const BOX = { width: 104, height: 36 };
const LEFT = 200;
const TOP = 40;
const BELOW = 120;

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        maxWidth: '100%',
        height: 'auto',
        marginBottom: 12,
        '& text': {
          fontFamily: theme.typography.fontFamily,
          fontSize: 13,
          fontWeight: 500,
          fill: tokens.text2,
          textAnchor: 'middle',
        },
      },
      lane: {
        '& rect': {
          fill: 'none',
          stroke: tokens.type === 'dark' ? tokens.link : tokens.primary,
          strokeOpacity: 0.5,
        },
        '& text': {
          textAnchor: 'start',
          fontSize: 12,
          fontWeight: 400,
          fill: tokens.text3,
        },
      },
      quiet: {
        '& rect': {
          stroke: tokens.border2,
          strokeOpacity: 1,
          strokeDasharray: '4 4',
        },
      },
      pill: { fill: tokens.paper, stroke: tokens.control },
      box: { fill: tokens.sunken, stroke: tokens.border2 },
      mine: { fill: tokens.primary },
      mineText: { fill: `${tokens.onPrimary} !important` },
      wire: {
        stroke: tokens.type === 'dark' ? tokens.link : tokens.primary,
        strokeWidth: 2,
      },
      loose: {
        stroke: tokens.control,
        strokeWidth: 1.5,
        strokeDasharray: '3 4',
      },
    };
  },
  { name: 'DomainDeckHowItWorks' },
);

/** Draws what an environment is, with services of the domain itself. */
export function HowItWorks(props: {
  example: Example;
  tier: string;
}): JSX.Element {
  const { chain, beside } = props.example;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const width = LEFT + chain.length * STEP - (STEP - BOX.width) + 24;
  const xOf = (name: string) => LEFT + chain.indexOf(name) * STEP;
  const lane = { x: LEFT - 20, width: width - LEFT + 16 };
  const cut = (name: string) =>
    name.length > 13 ? `${name.slice(0, 12)}…` : name;
  return (
    <svg
      role="img"
      aria-label={t('list.empty.picture')}
      className={classes.root}
      width={width}
      height={196}
      viewBox={`0 0 ${width} 196`}
    >
      <g className={classes.lane}>
        <rect {...lane} y={4} height={84} rx={6} />
        <text x={LEFT} y={26}>
          {t('list.empty.yours')}
        </text>
      </g>
      <g className={`${classes.lane} ${classes.quiet}`}>
        <rect {...lane} y={104} height={84} rx={6} />
        <text x={LEFT} y={178}>
          {t('list.empty.shared', { tier: props.tier })}
        </text>
      </g>
      <line
        className={classes.wire}
        x1={116}
        x2={LEFT}
        y1={TOP + 18}
        y2={TOP + 18}
      />
      <rect
        className={classes.pill}
        x={8}
        y={TOP}
        width={108}
        height={36}
        rx={18}
      />
      <text x={62} y={TOP + 23}>
        {t('list.empty.entry')}
      </text>
      {chain.map((name, index) => (
        <g key={name}>
          {index > 0 && (
            <line
              className={classes.wire}
              x1={xOf(name) - (STEP - BOX.width)}
              x2={xOf(name)}
              y1={TOP + 18}
              y2={TOP + 18}
            />
          )}
          <rect
            className={classes.mine}
            x={xOf(name)}
            y={TOP}
            {...BOX}
            rx={4}
          />
          <text
            className={classes.mineText}
            x={xOf(name) + BOX.width / 2}
            y={TOP + 23}
          >
            {cut(name)}
          </text>
        </g>
      ))}
      {beside.map(({ from, to }) => (
        <g key={to}>
          <line
            className={classes.loose}
            x1={xOf(from) + BOX.width / 2}
            x2={xOf(from) + BOX.width / 2}
            y1={TOP + BOX.height}
            y2={BELOW}
          />
          <rect
            className={classes.box}
            x={xOf(from)}
            y={BELOW}
            {...BOX}
            rx={4}
          />
          <text x={xOf(from) + BOX.width / 2} y={BELOW + 23}>
            {cut(to)}
          </text>
        </g>
      ))}
    </svg>
  );
}
