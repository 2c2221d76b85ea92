const { existsSync } = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const webpack = require('webpack');
const CopyPlugin = require('copy-webpack-plugin');
const HtmlPlugin = require('html-webpack-plugin');
const CustomFunctionsMetadataPlugin = require('custom-functions-metadata-plugin');
const packageFile = require('./package.json');

/** Where the add-in will be served from; the manifest in dist points there. */
const developmentHost = 'https://localhost:3000';
const host = (process.env.ADDIN_HOST ?? developmentHost).replace(/\/+$/, '');

/**
 * What the pages may do: run their own scripts, WebAssembly and Office.js, and talk to nobody. `file://` and a plain static
 * host get it from the page itself; a host that sends headers may send the same text.
 */
const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval' https://appsforoffice.microsoft.com",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

const typescript = {
  test: /\.ts$/,
  exclude: /node_modules/,
  loader: 'swc-loader',
  options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' } },
};

/** Loading these does nothing by itself, so that a page gets only what it uses of them. */
const pureSources = { test: /[\\/]src[\\/](planning|workbook|forecasting)[\\/].*\.ts$/, sideEffects: false };

const page = (filename, title, chunk, scripts) =>
  new HtmlPlugin({
    filename,
    title,
    chunks: [chunk],
    template: path.join(__dirname, 'src/taskpane/page.html'),
    templateParameters: { title, contentSecurityPolicy, scripts, isWebpage: chunk === 'webpage' },
    scriptLoading: 'defer',
  });

const customFunctions = './src/functions/functions.ts';
const officeScript = 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The pane in Excel (with the ribbon commands and custom functions in the same runtime), and the same pane as a web page. */
function site(mode) {
  return {
    name: 'site',
    mode,
    target: ['web', 'es2022'],
    devtool: mode === 'production' ? false : 'source-map',
    entry: {
      // One runtime: the pane, the ribbon's commands and the custom functions live in one page.
      taskpane: ['./src/taskpane/taskpane.ts', './src/commands/commands.ts', customFunctions],
      webpage: './src/webpage/webpage.ts',
    },
    output: {
      path: path.join(__dirname, 'dist'),
      filename: '[name].[contenthash:8].js',
      chunkFilename: '[name].[contenthash:8].js',
      assetModuleFilename: '[name].[contenthash:8][ext]',
      publicPath: 'auto',
      clean: { keep: /^cli\// },
    },
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        typescript,
        pureSources,
        { test: /\.css$/, type: 'asset/resource' },
        { test: /\.wasm$/, type: 'asset/resource' },
      ],
    },
    // HiGHS asks for this in Node only.
    externals: { 'node:module': 'var {}' },
    plugins: [
      new webpack.DefinePlugin({ PRODUCT_VERSION: JSON.stringify(packageFile.version) }),
      page('taskpane.html', 'S&OP planner', 'taskpane', [officeScript]),
      page('index.html', 'S&OP planner', 'webpage', []),
      new CustomFunctionsMetadataPlugin({ output: 'functions.json', input: customFunctions }),
      new CopyPlugin({
        patterns: [
          { from: 'assets/icons', to: 'assets' },
          { from: 'assets/samples/*.xlsx', to: 'samples/[name][ext]' },
          { from: 'assets/shortcuts.json', to: 'shortcuts.json' },
          {
            from: 'manifest.xml',
            to: 'manifest.xml',
            transform: (content) => content.toString().replaceAll(developmentHost, host),
          },
        ],
      }),
    ],
    performance: { hints: false },
    devServer: {
      port: 3000,
      hot: false,
      liveReload: true,
      client: { overlay: false },
      server: process.env.ADDIN_HTTPS ? securely() : 'http',
      headers: { 'Access-Control-Allow-Origin': '*' },
    },
  };
}

/** With the certificate that `npm run excel` makes and trusts, where it is; else with one that browsers warn of. */
function securely() {
  const file = (name) => path.join(os.homedir(), '.office-addin-dev-certs', name);
  const files = { key: file('localhost.key'), cert: file('localhost.crt'), ca: file('ca.crt') };
  return { type: 'https', options: Object.values(files).every((name) => existsSync(name)) ? files : {} };
}

/** The command line, for a published package; its dependencies are installed beside it. */
function commandLine(mode) {
  return {
    name: 'cli',
    mode,
    target: 'node20',
    devtool: false,
    entry: { sop: './src/cli/sop.ts' },
    output: { path: path.join(__dirname, 'dist/cli'), filename: '[name].js' },
    resolve: { extensions: ['.ts', '.js'] },
    module: { rules: [typescript] },
    externals: Object.keys(packageFile.dependencies).map((name) => new RegExp(`^${name}$`)),
    externalsType: 'commonjs',
    optimization: { minimize: false },
    plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true })],
  };
}

module.exports = (_env, { mode = 'production' }) =>
  process.env.WEBPACK_SERVE ? site(mode) : [site(mode), commandLine(mode)];
module.exports.contentSecurityPolicy = contentSecurityPolicy;
