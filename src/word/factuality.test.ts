import { expect, test } from "vitest";
import { readAloud } from "./read-aloud.ts";

test.each([
  ["Troops shelled the town on Monday.", "shelled", "occurred"],
  ["Troops have shelled the town.", "shelled", "occurred"],
  ["Troops are shelling the town.", "shelling", "ongoing"],
  ["Troops have been shelling the town since May.", "shelling", "ongoing"],
  ["Troops continue to shell the town.", "shell", "ongoing"],
  ["The ongoing siege has emptied the shops.", "siege", "ongoing"],
  ["The two sides will attack the base.", "attack", "planned"],
  ["The rebels plan to attack the base.", "attack", "planned"],
  ["The group threatened to attack the port.", "attack", "threatened"],
  ["The threat of attack kept the shops shut.", "attack", "threatened"],
  ["The envoy urged the militia to attack the base.", "attack", "demanded"],
  ["The envoy called for an inquiry into an attack on a clinic.", "attack", "occurred"],
  ["The state is prodding local militias to launch attacks on the base.", "attacks", "demanded"],
  ["We call for an end to the siege.", "siege", "ongoing"],
  ["If the rebels attack the base, the road will close.", "attack", "hypothetical"],
  ["The rebels would attack the base.", "attack", "hypothetical"],
  ["Residents feared an attack.", "attack", "hypothetical"],
  ["The brigade is able to attack the coast.", "attack", "hypothetical"],
  ["Soldiers attempted to seize the bridge.", "seize", "occurred"],
  ["Fighters carried out an attack on the base.", "attack", "occurred"],
  ["The army will carry out an attack on the base.", "attack", "planned"],
  ["The attack that killed two guards came at dawn.", "attack", "occurred"],
  ["Both sides agreed to attack the base.", "attack", "planned"],
  ["The raid wounded a nurse, killing her son.", "killing", "occurred"],
  ["The navy is working with its allies to defeat the pirates.", "defeat", "ongoing"],
  ["The siege of the port began in May.", "siege", "ongoing"],
  ["The militia used the mill to make bombs.", "make", "occurred"],
  ["The envoys discussed the recent attack on a convoy.", "attack", "occurred"],
  ["The envoys discussed an attack on the port.", "attack", "hypothetical"],
  ["A cell planned the attacks in a garage.", "attacks", "occurred"],
])("reality: %s", (text, trigger, reality) => {
  expect(readAloud(text, trigger).factuality.reality).toBe(reality);
});

test.each([
  ["The rebels did not attack the base.", "attack", "negative"],
  ["The rebels never attacked the base.", "attacked", "negative"],
  ["The column failed to seize the bridge.", "seize", "negative"],
  ["Police foiled an attack on the market.", "attack", "negative"],
  ["The army denied that it had shelled the school.", "shelled", "negative"],
  ["The soldiers left without attacking the village.", "attacking", "negative"],
  ["There was no attack on the village.", "attack", "negative"],
  ["No soldier was hurt on the ship.", "hurt", "negative"],
  ["The rebels attacked the base.", "attacked", "positive"],
  ["The rebels not only attacked the base but burned it.", "attacked", "positive"],
])("polarity: %s", (text, trigger, polarity) => {
  expect(readAloud(text, trigger).factuality.polarity).toBe(polarity);
});

test.each([
  ["The convoy was attacked.", "attacked", "certain"],
  ["The convoy was reportedly attacked.", "attacked", "probable"],
  ["The rebels are believed to have attacked the convoy.", "attacked", "probable"],
  ["The rebels appear to have attacked the convoy.", "attacked", "probable"],
  ["An apparent attack hit the convoy.", "attack", "probable"],
  ["There were reports of an attack on the convoy.", "attack", "probable"],
  ["The rebels may have attacked the convoy.", "attacked", "possible"],
  ["The rebels might attack the convoy.", "attack", "possible"],
  ["The mayor said that the rebels attacked the convoy.", "attacked", "certain"],
  ["Investigators believe that the rebels attacked the convoy.", "attacked", "probable"],
])("certainty, as the innermost source puts it: %s", (text, trigger, certainty) => {
  expect(readAloud(text, trigger).factuality.certainty).toBe(certainty);
});

test("what is done by speaking is done when it is said", () => {
  expect(readAloud("The minister condemns the raid.", "condemns", "ACCUSE").factuality.reality).toBe("occurred");
  expect(readAloud("We will send food to the camp.", "send", "AGREE").factuality.reality).toBe("occurred");
  expect(readAloud("We continue to urge both sides to talk.", "urge", "REQUEST").factuality.reality).toBe("ongoing");
});

test("an inquiry goes on, and so does working together, until the text ends it", () => {
  const reality = (text: string, trigger: string, type: "ACCUSE" | "COOPERATE" = "ACCUSE") =>
    readAloud(text, trigger, type).factuality.reality;
  expect(reality("The crash is under investigation.", "investigation")).toBe("ongoing");
  expect(reality("He was held as part of an investigation of the fire.", "investigation")).toBe("ongoing");
  expect(reality("The mayor confirmed that officers were investigating the fire.", "investigating")).toBe("ongoing");
  expect(reality("The inquiry found that the pilot was drunk.", "inquiry")).toBe("occurred");
  expect(readAloud("An envoy will lead a delegation to Oslo for talks.", "talks", "CONSULT").factuality.reality).toBe("planned");
  expect(reality("He praised the close cooperation between the two navies.", "cooperation", "COOPERATE")).toBe("ongoing");
});

test("every judgement that is not the default says why", () => {
  expect(readAloud("The rebels may have attacked the convoy.", "attacked").factuality.reasons.join()).toContain("may");
});

test("a denial that is itself denied leaves it open", () => {
  const { factuality } = readAloud("The army neither confirmed nor denied that it had attacked the base.", "attacked");
  expect(factuality).toMatchObject({ certainty: "unknown", polarity: "positive" });
});
