import type { HarmMention } from "./harm-mentions.ts";
import type { Syntax } from "./syntax.ts";

/**
 * Decides of people who were shot, stabbed or hit whether they count as injured. Those of whom the text says elsewhere that they died
 * do not: "three people were shot; one of them died" leaves two injured. A single victim who dies is not injured as well.
 */
export function settleStruck(mentions: readonly HarmMention[], syntax: Syntax): readonly HarmMention[] {
  const killed = mentions.filter((m) => m.harm === "killed" && m.quantity.high > 0);
  const dead = Math.max(0, ...killed.map((m) => m.quantity.best));
  return mentions.flatMap((mention) => {
    if (!mention.struck || dead === 0) return [mention];
    const { quantity } = mention;
    if (quantity.best <= dead) {
      return otherVictim(mention, killed, syntax) ? [mention] : [];
    }
    if (!killed.some((k) => Math.abs(k.sentence - mention.sentence) <= 3)) return [mention];
    const left = quantity.best - dead;
    return [{ ...mention, quantity: { ...quantity, low: left, best: left, high: left } }];
  });
}

/** Whether those hit are plainly others than the dead: "another man was shot in the leg". */
function otherVictim(mention: HarmMention, killed: readonly HarmMention[], syntax: Syntax): boolean {
  if (mention.victim < 0 || /^(himself|herself|itself|self|he|she|him|her)$/i.test(syntax.word(mention.victim).text)) return false;
  const own = [mention.victim, ...syntax.children(mention.victim)].map((i) => syntax.word(i).text.toLowerCase());
  if (own.some((w) => /^(another|other|others|second)$/.test(w))) return true;
  // "the victim was taken to hospital", beside one who died: the one told of before.
  if (mention.quantity.best === 1 && own.some((w) => /^(the|this|that)$/.test(w))) return false;
  return killed.some((k) => k.sentence === mention.sentence && k.victim >= 0 && k.victim !== mention.victim && k.word !== mention.word);
}
