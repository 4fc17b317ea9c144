/** Elements that begin and end a line of their own when a browser lays them out. */
const BLOCK = new Set(
  (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 " +
    "header hgroup hr legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul"
  ).split(" "),
);

const HIDDEN = new Set(["script", "style", "noscript", "template", "head", "button", "input", "select", "textarea", "svg", "iframe"]);

/** Items beyond this one go unnumbered: counting is quadratic, and no story has such a list. */
const MAX_ORDINAL = 200;

const ELEMENT = 1;
const TEXT = 3;

/**
 * The text a reader sees in an element: blocks apart by a blank line, `<br>` as a line break, other white space collapsed. Joining
 * text nodes without the block ends would run the last word of a paragraph into the first of the next.
 */
export function render(root: Node): string {
  return blocks(root).join("\n\n");
}

/** The same, block by block. Walks without recursion: hostile pages nest deeply. */
export function blocks(root: Node, skip: (element: Element) => boolean = () => false): string[] {
  const found: string[] = [];
  let line: string[] = [];
  const flush = () => {
    for (const part of tidy(line.join(""))) found.push(part);
    line = [];
  };
  let node: Node | null = root;
  while (node) {
    let descend = false;
    if (node.nodeType === TEXT) line.push((node.nodeValue ?? "").replace(/\s+/g, " "));
    else if (node.nodeType === ELEMENT) {
      const name = (node as Element).localName;
      if (name === "br") line.push("\n");
      else if (!HIDDEN.has(name) && !(node !== root && skip(node as Element))) {
        if (BLOCK.has(name)) flush();
        if (name === "li") line.push(ordinal(node as Element));
        descend = true;
      }
    } else descend = true;
    if (descend && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node) {
      if (node.nodeType === ELEMENT && BLOCK.has((node as Element).localName)) flush();
      if (node === root) {
        node = null;
        break;
      }
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode;
    }
  }
  flush();
  return found;
}

/** The number that a browser puts before an item of an ordered list. */
function ordinal(item: Element): string {
  if (item.parentElement?.localName !== "ol") return "";
  let number = Number.parseInt(item.parentElement.getAttribute("start") ?? "1", 10) || 1;
  let before = item.previousElementSibling;
  for (; before !== null && number < MAX_ORDINAL; before = before.previousElementSibling) if (before.localName === "li") number++;
  return before === null ? `${number}. ` : "";
}

/** Collapses spaces; two line breaks on end part paragraphs (pages that part them by `<br><br>`). */
function tidy(text: string): string[] {
  return text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n ?/g, "\n")
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
