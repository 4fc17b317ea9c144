"""What the network sees of a word: the same rows as src/parse/word-features.ts finds."""
import numpy as np

# The same constants stand in src/parse/word-features.ts: change both.
AFFIX_BUCKETS = [("s2", 1024), ("s3", 4096), ("s4", 6144), ("p2", 1024), ("p3", 4096)]
SHAPES = 7 * 6 * 2 * 6
QUOTES = str.maketrans({"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})



def fnv(text):
    h = 2166136261
    for c in text:
        h = ((h ^ ord(c)) * 16777619) & 0xFFFFFFFF
    return (h ^ (h >> 15)) & 0xFFFFFFFF


def normal(form):
    return "".join("0" if "0" <= c <= "9" else c for c in form.lower().translate(QUOTES))


def affixes(word):
    out = []
    for name, buckets in AFFIX_BUCKETS:
        k = int(name[1])
        if name[0] == "s":
            a = word[-k:] if len(word) >= k else "<" + word
        else:
            a = word[:k] if len(word) >= k else word + ">"
        out.append(fnv(a) % buckets)
    return out


def is_upper(c):
    return c.lower() != c


def is_lower(c):
    return c.upper() != c


def shape(form, first, caseless):
    upper = lower = digit = joint = other = 0
    for c in form:
        if is_upper(c):
            upper += 1
        elif is_lower(c) or c.isalpha():
            lower += 1
        elif "0" <= c <= "9":
            digit += 1
        elif c in "-'’.":
            joint += 1
        else:
            other += 1
    letters = upper + lower
    if letters == 0:
        case = 6
    elif caseless:
        case = 0
    elif upper == 0:
        case = 1
    elif lower == 0:
        case = 4 if letters == 1 else 3
    elif upper == 1 and is_upper(form[0]):
        case = 2
    else:
        case = 5
    if letters and digit:
        comp = 1
    elif digit:
        comp = 2
    elif letters and joint:
        comp = 3
    elif letters:
        comp = 5 if other else 0
    else:
        comp = 4
    n = len(form)
    length = 0 if n == 1 else 1 if n == 2 else 2 if n == 3 else 3 if n <= 5 else 4 if n <= 8 else 5
    return ((case * 6 + comp) * 2 + (1 if first else 0)) * 6 + length


def caseless(forms):
    up = any(is_upper(c) for f in forms for c in f)
    low = any(is_lower(c) for f in forms for c in f)
    return not (up and low)


class Features:
    def __init__(self, vocabulary):
        self.words = {w: i for i, w in enumerate(vocabulary)}  # 0 is the unknown word
        self.offsets = []
        n = len(vocabulary)
        for _, b in AFFIX_BUCKETS:
            self.offsets.append(n)
            n += b
        self.shape_offset = n
        self.rows = n + SHAPES
        self.cache = {}

    def word(self, form):
        if form not in self.cache:
            w = normal(form)
            self.cache[form] = [self.words.get(w, 0)] + [o + a for o, a in zip(self.offsets, affixes(w))]
        return self.cache[form]

    def sentence(self, forms, hide_case=False):
        no_case = hide_case or caseless(forms)
        return np.array([self.word(f) + [self.shape_offset + shape(f, i == 0, no_case)] for i, f in enumerate(forms)], dtype=np.int64)
