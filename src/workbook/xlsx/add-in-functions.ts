/**
 * How a file names the functions of an Office add-in: `SOP.PLAN(…)` stands there as `_xldudf_SOP_PLAN(…)`, namespace and name
 * joined by underscores. Excel documents this nowhere; files that it saved show it (OfficeDev/office-js, issue 6655).
 */
const prefix = '_xldudf_SOP_';

/** A formula (without `=`) as the file stores it. */
export function storedFormula(formula: string): string {
  if (!/\bSOP\./i.test(formula)) return formula;
  return outsideTexts(formula, (piece) =>
    piece.replace(/(^|[^\w.])SOP\.([A-Z]+)(?=\()/gi, (_found, before: string, name: string) => before + prefix + name),
  );
}

/** A stored formula (without `=`) as Excel shows it. */
export function shownFormula(formula: string): string {
  if (!formula.includes(prefix)) return formula;
  return outsideTexts(formula, (piece) => piece.replace(/_xldudf_SOP_([A-Z]+)(?=\()/gi, 'SOP.$1'));
}

/** Leaves quoted texts and sheet names alone. */
function outsideTexts(formula: string, change: (piece: string) => string): string {
  return formula.replace(/"(?:[^"]|"")*"|'(?:[^']|'')*'|[^"']+/g, (piece) =>
    piece.startsWith('"') || piece.startsWith("'") ? piece : change(piece),
  );
}
