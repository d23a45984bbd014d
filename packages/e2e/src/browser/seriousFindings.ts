import { readFile } from 'node:fs/promises';
import { Page } from 'playwright-core';

/** What axe says of one rule. */
interface Finding {
  readonly id: string;
  readonly impact?: string;
  readonly nodes: readonly { readonly html: string; failureSummary?: string }[];
}

/**
 * What axe finds serious or critical in a part of the page, contrast included, each with where it is. It looks at what
 * is ours: the frame around it is the portal's.
 *
 * @param within - a CSS selector
 */
export async function seriousFindings(
  page: Page,
  within: string,
): Promise<string[]> {
  // Evaluated rather than added as a script: the page's content policy allows none but its own.
  await page.evaluate(await readFile(require.resolve('axe-core'), 'utf8'));
  const violations = await page.evaluate(async selector => {
    const { axe } = window as unknown as {
      axe: {
        run(
          context: string,
          options: object,
        ): Promise<{ violations: Finding[] }>;
      };
    };
    const found = await axe.run(selector, {
      resultTypes: ['violations'],
      preload: false,
      // A cell is named in words where it shows marks and short forms.
      rules: { 'label-content-name-mismatch': { enabled: false } },
    });
    return found.violations;
  }, within);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) =>
        [id, html.slice(0, 300), failureSummary].join('\n'),
      ),
    );
}
