import { makeStyles } from '@material-ui/core/styles';
import { tokensOf } from '@domaindeck/backstage-plugin-workloads-react';

const useStyles = makeStyles(
  theme => {
    const tokens = tokensOf(theme);
    return {
      root: {
        margin: '12px 0 0',
        padding: '8px 12px',
        textAlign: 'left',
        overflowX: 'auto',
        background: tokens.code,
        border: `1px solid ${tokens.border}`,
        borderRadius: 4,
        fontFamily: tokens.mono,
        fontSize: 12,
        lineHeight: '18px',
        color: tokens.text,
      },
    };
  },
  { name: 'DomainDeckYamlSnippet' },
);

/** Lines of YAML to paste. */
export function YamlSnippet(props: { children: string }): JSX.Element {
  return <pre className={useStyles().root}>{props.children}</pre>;
}
