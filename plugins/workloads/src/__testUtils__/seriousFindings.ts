import axe from 'axe-core';

/**
 * What axe finds serious or critical on the page, each with where it is. Contrast hangs on a layout, which this
 * environment has none of: the tokens have a test of their own, and the journey looks with a real browser.
 */
export async function seriousFindings(): Promise<string[]> {
  const { violations } = await axe.run(document.body, {
    resultTypes: ['violations'],
    preload: false,
    rules: { 'color-contrast': { enabled: false } },
  });
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) =>
        [id, html.slice(0, 200), failureSummary].join('\n'),
      ),
    );
}
