/** Signs of JavaScript, CSS and HTML that no prose has. */
const SIGNS: readonly RegExp[] = [
  /\bfunction\s*[\w$]*\s*\(/,
  /\b(?:var|let|const)\s+[\w$]+\s*=/,
  /\bdocument\.[a-z]+|\bwindow\.[\w$]+|\bconsole\.[a-z]+\(/,
  /\.(?:style|innerHTML|push|addEventListener|getElementById|querySelector|appendChild|prototype)\b/,
  /[!=]==|\|\||&&|=>|\+=/,
  /\}\s*\)?\s*\(?\s*\)?\s*;|\{\s*\}/,
  /["'\]}\w)]\s*;\s*(?:$|[\w$.}]+\s*[=({.])/,
  /\b(?:if|for|while|catch|switch)\s*\([^)]{0,80}\)\s*\{/,
  /\b(?:return|typeof|new|null|undefined|true|false)\b\s*[;,)}]/,
  /[.#@]?[\w-]+\s*\{\s*[\w-]+\s*:\s*[^;}]{1,60}[;}]/,
  /\b[\w-]+\s*:\s*(?:#[0-9a-f]{3,8}|\d+(?:px|em|rem|%)|none|block|inherit|auto)\s*(?:!important)?\s*[;}]/i,
  /<\/?(?:script|style|div|span|iframe|img|a|p)\b[^<>]{0,200}>/i,
  /\bgoogletag\b|\bdataLayer\b|\badsbygoogle\b|\bgtag\(|\b_taboola\b|\bfbq\(/,
];

const SYMBOLS = /[{}();=<>[\]`$&|+#\\/"':]/g;

/** The longest stretch of a line that is looked at: the signs show at its head, and a line may be megabytes long. */
const LOOK = 2_000;

/**
 * Which lines are program code or style sheets that a scraper took for text: two signs of code and a share of symbols that prose
 * never has, or one sign in a line dense with symbols; and the lines of bare brackets that lie beside such lines.
 */
export function codeLines(lines: readonly string[]): number[] {
  const verdicts = lines.map((line) => verdict(line.slice(0, LOOK)));
  const code = verdicts.map((v) => v === "code");
  for (let i = 1; i < lines.length; i++) if (verdicts[i] === "brackets" && code[i - 1]) code[i] = true;
  for (let i = lines.length - 2; i >= 0; i--) if (verdicts[i] === "brackets" && code[i + 1]) code[i] = true;
  return lines.flatMap((_, i) => (code[i] ? [i] : []));
}

function verdict(line: string): "code" | "brackets" | "prose" {
  const bare = line.trim();
  const symbols = bare.match(SYMBOLS)?.length ?? 0;
  if (symbols === 0) return "prose";
  if (/^[\s{}()[\];,`'"*/]+$/.test(bare)) return "brackets";
  const share = symbols / bare.length;
  if (share < 0.04) return "prose";
  const signs = SIGNS.filter((sign) => sign.test(bare)).length;
  return (signs >= 2 && share >= 0.05) || (signs >= 1 && share >= 0.14) ? "code" : "prose";
}
