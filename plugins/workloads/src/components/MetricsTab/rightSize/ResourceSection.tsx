import { makeStyles } from '@material-ui/core/styles';
import {
  Glyph,
  tokensOf,
  useMetricText,
} from '@domaindeck/backstage-plugin-workloads-react';
import { ResourceSize } from './model/rightSize';
import { SizeBar } from './SizeBar';
import { useSizeText } from './useSizeText';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        padding: '12px 16px',
        borderTop: `1px solid ${tokens.border}`,
        fontSize: 13,
        lineHeight: '20px',
        '& p': { margin: '4px 0 8px' },
        '& dl': {
          display: 'grid',
          gridTemplateColumns: '72px 1fr 16px 1fr auto',
          alignItems: 'center',
          gap: '4px 8px',
          margin: 0,
        },
        '& dt': { color: tokens.text2 },
        '& dd': { margin: 0, whiteSpace: 'nowrap' },
      },
      head: {
        display: 'flex',
        justifyContent: 'space-between',
        gap: 8,
        '& h4': { margin: 0, fontSize: 13, fontWeight: 600 },
        '& b': { fontWeight: 600 },
      },
      to: { fontWeight: 600, fontVariantNumeric: 'tabular-nums' },
      from: { fontVariantNumeric: 'tabular-nums' },
      why: { color: tokens.text3, textAlign: 'right' },
    };
  },
  { name: 'DomainDeckResourceSection' },
);

/** What a container asks for of one resource, and what would be better. */
export function ResourceSection(props: { size: ResourceSize }): JSX.Element {
  const { size } = props;
  const { resource, request, limit, suggested } = size;
  const classes = useStyles();
  const t = useMetricText();
  const text = useSizeText(size);
  const none = t('metrics.rightSize.none');
  const rows = [
    {
      name: t('metrics.rightSize.request'),
      from: request,
      to: suggested.request,
      why: suggested.trial
        ? t('metrics.rightSize.asLimit')
        : t(`metrics.rightSize.room.${resource}`),
    },
    {
      name: t('metrics.rightSize.limit'),
      from: limit,
      to: suggested.limit,
      why: suggested.limit === undefined ? '' : text.limit,
    },
  ];
  return (
    <section
      className={classes.root}
      aria-label={t(`metrics.panel.${resource}`)}
    >
      <div className={classes.head}>
        <h4>{t(`metrics.panel.${resource}`)}</h4>
        <b>{text.head}</b>
      </div>
      <p>{text.sentence}</p>
      <SizeBar size={size} figure={text.figure} />
      <dl>
        {rows.map(({ name, from, to, why }) => [
          <dt key={name}>{name}</dt>,
          <dd key={`${name} from`} className={classes.from}>
            {from === undefined ? none : text.amount(from)}
          </dd>,
          <dd key={`${name} arrow`} aria-hidden="true">
            {to !== undefined && <Glyph name="right" size={12} />}
          </dd>,
          <dd key={`${name} to`} className={classes.to}>
            {to === undefined ? t('metrics.rightSize.stays') : text.amount(to)}
          </dd>,
          <dd key={`${name} why`} className={classes.why}>
            {why}
          </dd>,
        ])}
      </dl>
    </section>
  );
}
