import { makeStyles } from '@material-ui/core/styles';
import { useTranslationRef } from '@backstage/frontend-plugin-api';
import { Glyph, tokensOf } from '@domaindeck/backstage-plugin-workloads-react';
import { PictureNode } from '../../model/pictureOf';
import { environmentsTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        borderTop: `1px solid ${tokens.border}`,
        display: 'grid',
        gridTemplateColumns: 'repeat(auto-fill, minmax(260px, 1fr))',
        maxHeight: 420,
        overflowY: 'auto',
      },
      line: {
        display: 'grid',
        gridTemplateColumns: '16px minmax(0, 1fr) max-content',
        alignItems: 'center',
        columnGap: 10,
        padding: '6px 16px',
        minHeight: 32,
        cursor: 'pointer',
        borderBottom: `1px solid ${tokens.border}`,
        '&:hover': { background: tokens.hover },
        '& input': { accentColor: tokens.primary, margin: 0 },
      },
      name: {
        overflow: 'hidden',
        textOverflow: 'ellipsis',
        whiteSpace: 'nowrap',
      },
      version: {
        marginLeft: 8,
        color: tokens.text3,
        fontFamily: tokens.mono,
        fontSize: 12,
      },
      role: { color: tokens.text3, fontSize: 12 },
      refused: { cursor: 'not-allowed', color: tokens.text3 },
    };
  },
  { name: 'DomainDeckServiceList' },
);

/** The same choice as in the picture, as a list. */
export function ServiceListChoice(props: {
  nodes: readonly PictureNode[];
  label: string;
  versionOf: (name: string) => string;
  nameOf: (node: PictureNode) => string;
  emptied: readonly string[];
  onToggle: (node: PictureNode) => void;
}): JSX.Element {
  const { nodes, label, versionOf, nameOf, emptied, onToggle } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(environmentsTranslationRef);
  const rows = [...nodes].sort(
    (a, b) =>
      Number(a.service.store) - Number(b.service.store) ||
      a.service.name.localeCompare(b.service.name, 'en'),
  );
  const roleText = (node: PictureNode) => {
    if (node.service.store) {
      return t('form.services.store');
    }
    return t(`form.services.${node.role}`);
  };
  return (
    <div role="group" aria-label={label} className={classes.root}>
      {rows.map(node => {
        const { service, role } = node;
        const refused = role === 'refused';
        return (
          <label
            key={service.name}
            className={`${classes.line} ${refused ? classes.refused : ''}`}
          >
            {refused ? (
              <Glyph name="lock" size={14} />
            ) : (
              <input
                type="checkbox"
                aria-label={nameOf(node)}
                checked={
                  service.store
                    ? emptied.includes(service.name)
                    : role === 'mine'
                }
                onChange={() => onToggle(node)}
              />
            )}
            <span className={classes.name} title={nameOf(node)}>
              {service.name}
              <span className={classes.version}>{versionOf(service.name)}</span>
            </span>
            <span className={classes.role}>{roleText(node)}</span>
          </label>
        );
      })}
    </div>
  );
}
