import { describe, expect, test } from "vitest";
import { loadDirectory } from "./index.ts";

const directory = loadDirectory();
const best = (name: string, options: { date?: string; country?: string } = {}): string | undefined =>
  directory.find(name, options)[0]?.entry.id;

describe("spellings", () => {
  test.each([
    ["Kata'ib Hezbollah", "kataib-hezbollah"],
    ["Kataib Hizbullah", "kataib-hezbollah"],
    ["Katā'ib Hizballah", "kataib-hezbollah"],
    ["Kata’ib Hizbollah", "kataib-hezbollah"],
    ["Kataib Hezbollah Brigades", "kataib-hezbollah"],
    ["the Hezbollah Brigades", "kataib-hezbollah"],
    ["Brigades of Hezbollah", "kataib-hezbollah"],
    ["Hizballah", "hezbollah"],
    ["the Hezbollah movement", "hezbollah"],
    ["Lebanon’s Hezbollah movement", "hezbollah"],
    ["al-Qa’ida", "al-qaeda"],
    ["Qaeda", "al-qaeda"],
    ["ash-Shabaab", "al-shabaab"],
    ["al-Shabaab militants", "al-shabaab"],
    ["Da’esh", "islamic-state"],
    ["the IS group", "islamic-state"],
    ["ISIL", "islamic-state"],
    ["Ansarullah", "houthi-movement"],
    ["Houthi rebels", "houthi-movement"],
    ["Asaib Ahl al-Haqq", "asaib-ahl-al-haq"],
    ["Ezzedine al-Qassam Brigades", "izz-ad-din-al-qassam-brigades"],
    ["Sendero Luminoso", "shining-path"],
    ["M-19", "19th-of-april-movement"],
    ["Front for the Liberation of the Enclave of Cabinda", "front-for-the-liberation-of-the-enclave-of-cabinda"],
    ["Mohamed Shia' Al Sudani", "mohammed-shia-al-sudani"],
    ["General Abdel Fattah Burhan", "abdel-fattah-al-burhan"],
    ["Gadhafi", "muammar-gaddafi"],
    ["Lavrov", "sergei-lavrov"],
    ["Fars news agency", "fars-news-agency"],
    ["Iran’s Revolutionary Guards", "islamic-revolutionary-guard-corps"],
    ["El Salvador", "el-salvador"],
  ])("“%s” is %s", (name, id) => {
    expect(best(name)).toBe(id);
  });
});

describe("lookalikes", () => {
  test.each([
    ["Hezbollah", "kataib-hezbollah"],
    ["Kataib Hezbollah", "hezbollah"],
    ["Islamic State", "islamic-resistance-in-iraq"],
    ["Islamic Resistance in Iraq", "islamic-state"],
    ["South Sudan", "sudan"],
    ["Guinea-Bissau", "guinea"],
    ["Niger", "nigeria"],
    ["Israeli forces", "israel"],
    ["Iraqi officials", "iraq"],
    ["Syrian Democratic Forces", "syria/military"],
    ["Palestinian Islamic Jihad", "egyptian-islamic-jihad"],
    ["Pakistani Taliban", "taliban"],
  ])("“%s” is not %s", (name, id) => {
    expect(best(name)).toBeDefined();
    expect(best(name)).not.toBe(id);
  });

  test.each(["us", "time", "who", "Springfield Rotary Club", "", "!!!", "the"])("“%s” is nobody that is known", (name) => {
    expect(directory.find(name)).toEqual([]);
  });
});

describe("bodies of states", () => {
  test.each([
    ["Israeli forces", "israel/military"],
    ["US forces", "united-states/military"],
    ["American soldiers", "united-states/military"],
    ["U.S. troops", "united-states/military"],
    ["Iranian state media", "iran/state-media"],
    ["Iraqi officials", "iraq/government"],
    ["government of Iraq", "iraq/government"],
    ["Baghdad", "iraq/government"],
    ["Colombian police", "colombia/police"],
    ["IDF", "israel/military"],
  ])("“%s” is %s", (name, id) => {
    expect(best(name)).toBe(id);
  });

  test("a body is part of its state and not the state", () => {
    expect(directory.get("iraq/military")?.relations).toEqual([{ kind: "part of", target: "iraq" }]);
    expect(directory.get("iraq/nonsense")).toBeUndefined();
  });
});

describe("offices", () => {
  test.each([
    ["Iraq's prime minister", "2024-05-03", "mohammed-shia-al-sudani"],
    ["Iraqi Prime Minister", "2016", "haider-al-abadi"],
    ["president of the United States", "2022-05-03", "joe-biden"],
    ["the US defense secretary", "2016-03-03", "ash-carter"],
    ["British foreign secretary", "2024-09-01", "david-lammy"],
    ["Israeli defence minister", "2024-01-01", "yoav-gallant"],
    ["El Salvador's president", "1989-11-01", "alfredo-cristiani"],
    ["UN secretary-general", "2024-09-01", "antonio-guterres"],
    ["NATO Secretary General", "2023-02-01", "jens-stoltenberg"],
  ])("“%s” in %s is %s", (name, date, id) => {
    expect(best(name, { date })).toBe(id);
  });

  test("an office whose holder then is not known finds no person", () => {
    expect(directory.find("Iraqi prime minister", { date: "1931" }).filter((m) => m.entry.kind === "person")).toEqual([]);
  });
});

describe("names that several share", () => {
  test("the country decides", () => {
    expect(best("ADF", { country: "COD" })).toBe("allied-democratic-forces");
    expect(best("ADF", { country: "AUS" })).toBe("australia/military");
    expect(best("SNA", { country: "SOM" })).toBe("somalia/military");
  });

  test("who was active then is preferred", () => {
    const found = directory.find("George Bush", { date: "2005-01-01" });
    expect(found[0]?.entry.id).toBe("george-w-bush");
  });

  test("every match says why, and scores are in order", () => {
    const found = directory.find("ADF");
    expect(found.length).toBeGreaterThan(1);
    for (const match of found) expect(match.reason).toMatch(/“ADF”.*\.$/);
    expect(found.map((m) => m.score)).toEqual(found.map((m) => m.score).toSorted((a, b) => b - a));
  });
});

test("what points to an entry can be asked for", () => {
  expect(directory.related("popular-mobilization-forces").map((r) => r.entry.id)).toContain("kataib-hezbollah");
});
