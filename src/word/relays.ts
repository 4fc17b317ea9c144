import { cover, overlaps, type Span } from "../document/index.ts";
import type { Word } from "../parse/layers.ts";
import { wholeTokens } from "./find-attributions.ts";
import type { Attribution } from "./layers.ts";
import { type Reading, relation } from "./reading.ts";

const TELLS = new Set(["tell", "inform", "brief"]);
/** Last words of an outlet's or an organisation's name. */
const OUTLET =
  /^(news|times|post|agency|tv|television|radio|watch|media|press|journal|today|network|daily|herald|tribune|guardian|telegraph|gazette|observer|monitor|reuters|bloomberg|international|group|network|service|channel)$/i;

/**
 * Who was told and passed it on: in "an officer told Reuters that …", Reuters relays what the officer said. Gives the relayer's phrase, when it
 * looks like an organisation and not like a person or "reporters".
 */
export function relayedBy(reading: Reading, attribution: Attribution): { readonly head: Word; readonly span: Span } | undefined {
  const cue = reading.words[attribution.cueHead ?? -1];
  if (cue === undefined || !TELLS.has(cue.lemma.toLowerCase()) || cue.upos !== "VERB") return undefined;
  for (const child of reading.children[cue.index]!) {
    const head = reading.words[child]!;
    const r = relation(head);
    if (r !== "obj" && r !== "iobj") continue;
    if (head.index < cue.index || (attribution.source !== undefined && overlaps(head.span, attribution.source))) continue;
    const parts = [
      head,
      ...reading.children[child]!.map((c) => reading.words[c]!).filter(
        (w) => /^(compound|flat|det|amod)/.test(w.relation) || w.text === "-",
      ),
    ];
    const names = parts.filter((w) => w.upos === "PROPN");
    const nominal =
      /^(group|agency|newspaper|paper|channel|outlet|broadcaster|station|website|site|magazine|organization|organisation|network|media)$/i.test(
        head.text,
      );
    const acronym = /^\p{Lu}{2,}[\p{Lu}\p{N}.]*$/u.test(head.text);
    const outlet = parts.some((w) => OUTLET.test(w.text));
    const single = head.upos === "PROPN" && names.length === 1 && parts.length <= 2;
    if (!nominal && !acronym && !outlet && !single && !parts.some((w) => w.text === "-")) continue;
    return { head, span: wholeTokens(reading.text, cover(parts.map((w) => w.span))) };
  }
  return undefined;
}
