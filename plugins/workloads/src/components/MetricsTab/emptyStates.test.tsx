import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import { browserClock } from '@domaindeck/backstage-plugin-workloads-react';
import { InMemoryMetricsApi } from '@domaindeck/backstage-plugin-workloads-react/testUtils';
import { showMetrics, world } from './__testUtils__/showMetrics';

describe('a Metrics tab without panels', () => {
  it('says what is missing where nothing measures', async () => {
    showMetrics('', api => {
      api.getMetricPanels = async () => ({
        ...(await new InMemoryMetricsApi({
          ...world,
          sources: [{ cluster: 'dev-1', state: 'none' }],
          series: {},
        }).getMetricPanels()),
      });
    });
    const notice = await screen.findByRole('region', {
      name: 'No metrics yet',
    });
    expect(notice).toBeVisible();
    expect(screen.queryByRole('slider')).toBeNull();
    await userEvent.click(
      within(notice).getByRole('button', { name: 'How to add a source' }),
    );
    expect(within(notice).getByText(/type: prometheus/)).toBeVisible();
  });

  it('tells a source that fails from one that is not there', async () => {
    showMetrics('', api => {
      api.getMetricPanels = () =>
        new InMemoryMetricsApi({
          ...world,
          series: {},
          sources: [
            { cluster: 'prod-sh', state: 'failing', reason: 'too slow' },
          ],
        }).getMetricPanels();
    });
    const notice = within(
      await screen.findByRole('region', {
        name: 'The source of the metrics does not answer',
      }),
    );
    expect(notice.queryByRole('button')).toBeNull();
    expect(
      screen.getByText('prod-sh gives no metrics: too slow'),
    ).toBeVisible();
  });

  it('says who may give the right, and nothing at all to a stranger', async () => {
    showMetrics('', api => {
      api.failure = new NotAllowedError('ask group:default/payments-platform');
    });
    expect(
      await screen.findByText('ask group:default/payments-platform'),
    ).toBeVisible();
  });

  it('is as empty for what may not be viewed as for what is not there, and asks whoever keeps rights since when', async () => {
    showMetrics(
      '',
      api => {
        api.failure = new NotFoundError('no');
      },
      browserClock,
      { Note: ({ entityRef }) => <p>Why it ended in {entityRef}</p> },
    );
    expect(
      await screen.findByRole('region', {
        name: 'Nothing here that you may view',
      }),
    ).toHaveTextContent('Why it ended in domain:default/payments');
  });
});
