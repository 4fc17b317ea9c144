/** Exceptions learned from the treebanks: "upos TAB form" in lower case to lemma. */
export type LemmaTable = ReadonlyMap<string, string>;

const VOWEL = /[aeiouy]/;

/** Undoes a regular "-s": "cities", "attacks", "bushes". */
function withoutS(w: string): string {
  if (w.length > 4 && w.endsWith("ies")) return `${w.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|zz|[^aeiou]o)es$/.test(w)) return w.slice(0, -2);
  if (w.length > 2 && w.endsWith("s") && !/(?:ss|us|is)$/.test(w)) return w.slice(0, -1);
  return w;
}

/** Undoes the spelling that "-ed" and "-ing" bring: "stopp" -> "stop", "mak" -> "make", "agre" -> "agree". */
function stem(w: string): string {
  if (!VOWEL.test(w)) return w;
  if (/([bdgkmnprtvz])\1$/.test(w)) return w.slice(0, -1);
  if (/(?:[aeiouy][bcdgkptvz]|[^aeiou]l|[rn][cgsv]|[^aeiouy]u|[aeiou]s|[lr]v|dg|ibl|[iu]r|iat|[aeou]at|uc|v|u|ye|e)$/.test(w)) {
    if (/(?:[aeiou][aeiou][bdgkptlnr]|it|ist|[ei]sit|eat|op|el|en|er|ew|ow|ay|oy|ey)$/.test(w)) return w;
    return w.endsWith("e") ? `${w}e` : `${w}e`;
  }
  return w;
}

/** Degree suffixes of adjectives and adverbs: "larger", "deadliest". */
function positive(w: string, suffix: "er" | "est"): string {
  const s = w.slice(0, -suffix.length);
  if (s.endsWith("i")) return `${s.slice(0, -1)}y`;
  if (/([bdgkmnprt])\1$/.test(s)) return s.slice(0, -1);
  if (
    /(?:[rs]g|dg|[aeiu]s|[aeiou]f|[aeiou]t|[aeiou]m|pl|bl|iv|ic|ng)$/.test(s) &&
    /(?:larg|strang|saf|lat|rar|simpl|nobl|ripe|nic|wis|clos|brav|wid|fin|sever|extrem)$/.test(s)
  )
    return `${s}e`;
  return s;
}

/** The dictionary form of a word, given its Universal POS and Penn tag. */
export function lemmatize(form: string, upos: string, xpos: string, table: LemmaTable): string {
  const lower = form.toLowerCase().replace(/’/g, "'");
  const known = table.get(`${upos}\t${lower}`);
  if (known !== undefined) return known;
  switch (upos) {
    case "PROPN":
      if (xpos === "NNPS" && lower.endsWith("s")) return capitalised(withoutS(lower), form);
      return form.length > 3 && form === form.toUpperCase() && /[AEIOU].*[AEIOU]/.test(form) && form.length > 5 ? form : form;
    case "NOUN":
      return xpos === "NNS" || xpos === "NNPS" ? plural(lower) : lower;
    case "VERB":
    case "AUX":
      if (xpos === "VBZ") return withoutS(lower);
      if (xpos === "VBG") return lower.endsWith("ing") && lower.length > 4 ? stem(lower.slice(0, -3)) : lower;
      if (xpos === "VBD" || xpos === "VBN") {
        if (lower.endsWith("ied") && lower.length > 4) return `${lower.slice(0, -3)}y`;
        return lower.endsWith("ed") && lower.length > 3 ? stem(lower.slice(0, -2)) : lower;
      }
      return lower;
    case "ADJ":
    case "ADV":
      if ((xpos === "JJR" || xpos === "RBR") && lower.endsWith("er")) return positive(lower, "er");
      if ((xpos === "JJS" || xpos === "RBS") && lower.endsWith("est")) return positive(lower, "est");
      return lower;
    case "NUM":
    case "PUNCT":
    case "SYM":
    case "X":
      return form;
    default:
      return lower;
  }
}

function plural(w: string): string {
  if (w.endsWith("men") && w.length > 4) return `${w.slice(0, -2)}an`;
  return withoutS(w);
}

function capitalised(lemma: string, form: string): string {
  if (form === form.toUpperCase() && form.length > 2) return form.slice(0, lemma.length);
  return form.slice(0, lemma.length) === form.slice(0, lemma.length).toLowerCase() ? lemma : lemma[0]!.toUpperCase() + lemma.slice(1);
}
