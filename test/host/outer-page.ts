/** Where the emulated Excel on the web lives; Office.js trusts hosts of this domain. */
export const hostOrigin = 'https://excel.officeapps.live.com';

/** Path on `hostOrigin` to which the outer page posts what the add-in says; the test answers in the network's place. */
export const wirePath = '/wire';

/** Office.js reads who it is and whom it talks to from its window's name; 3 = shared runtime and custom functions. */
export function windowName(locale: string): string {
  return JSON.stringify({
    hostInfo: `Excel$Web$16.01$${locale}$correlation$$$3`,
    xdmInfo: `conversation1|control1|${hostOrigin}`,
  });
}

/** The page that plays Excel on the web: it holds the pane, and carries messages between it and the test. */
export function outerPage(paneUrl: string, locale: string, paneWidth: number): string {
  const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Book1.xlsx - Excel</title>
<style>body{margin:0;background:#f3f3f3}iframe{position:fixed;right:0;top:0;height:100vh;width:${paneWidth}px;border:0}</style>
</head>
<body>
<script>
  let add = null;
  window.toAddIn = (text) => add.source.postMessage(text, add.origin);
  window.addEventListener('message', async (event) => {
    if (typeof event.data !== 'string') return;
    add = { source: event.source, origin: event.origin };
    const answer = await fetch('${wirePath}', { method: 'POST', body: event.data });
    const text = await answer.text();
    if (text) event.source.postMessage(text, event.origin);
  });
  window.showPane = (shown) => { document.querySelector('iframe').style.visibility = shown ? 'visible' : 'hidden'; };
</script>
<iframe name="${attribute(windowName(locale))}" src="${attribute(paneUrl)}" title="Add-in"></iframe>
</body></html>`;
}
