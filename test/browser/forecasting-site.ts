import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';

/** Builds a page with the forecaster, and its worker, into a folder, as the site's bundler makes them. */
export async function buildForecastingSite(folder: string): Promise<void> {
  const loader = { loader: 'swc-loader', options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } } };
  const compiler = webpack({
    mode: 'production',
    target: ['web', 'es2022'],
    entry: { page: join(__dirname, 'forecasting-page.ts') },
    output: { path: folder, filename: '[name].js', publicPath: 'auto' },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [{ test: /\.ts$/, use: loader }] },
  });
  await new Promise<void>((resolve, reject) =>
    compiler.run((error, stats) =>
      error || stats?.hasErrors() ? reject(error ?? new Error(stats?.toString('errors-only'))) : resolve(),
    ),
  );
  writeFileSync(join(folder, 'hang.js'), 'for (;;);');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Forecasts</title><script src="page.js"></script>');
}
