import { forecastInBrowser } from '../../src/forecasting-workers/browser-forecaster';

/** What the page of the test offers to it. */
export interface ForecastingPage {
  forecastInBrowser: typeof forecastInBrowser;
}

(globalThis as unknown as ForecastingPage).forecastInBrowser = forecastInBrowser;
