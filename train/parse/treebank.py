"""Treebanks as padded batches of tensors."""
import random

import numpy as np
import torch

ALLOWED = {
    "Tense": {"Past", "Pres"}, "VerbForm": {"Fin", "Inf", "Part", "Ger"}, "Voice": {"Pass"}, "Mood": {"Ind", "Imp", "Sub"},
    "Number": {"Sing", "Plur"}, "Person": {"1", "2", "3"}, "Degree": {"Pos", "Cmp", "Sup"}, "Polarity": {"Neg"},
}


def read(path):
    sentences, rows = [], []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line:
            if rows:
                sentences.append(rows)
            rows = []
        elif line[0] != "#":
            c = line.split("\t")
            if c[0].isdigit():
                feats = "" if c[5] == "_" else "|".join(
                    f for f in c[5].split("|") if f.split("=")[0] in ALLOWED and f.split("=")[1] in ALLOWED[f.split("=")[0]])
                rows.append((c[1], c[3], c[4], feats, int(c[6]), c[7]))
    if rows:
        sentences.append(rows)
    return sentences


def pad(arrays, fill):
    n = max(len(a) for a in arrays)
    out = np.full((len(arrays), n) + arrays[0].shape[1:], fill, dtype=np.int64)
    for i, a in enumerate(arrays):
        out[i, :len(a)] = a
    return torch.from_numpy(out)


def batches(data, size, shuffle):
    order = sorted(range(len(data)), key=lambda i: len(data[i]["heads"]) + (random.random() * 3 if shuffle else 0))
    out, current = [], []
    for i in order:
        current.append(data[i])
        if len(current) * len(data[i]["heads"]) >= size:
            out.append(current)
            current = []
    if current:
        out.append(current)
    if shuffle:
        random.shuffle(out)
    return out


def tensors(batch, ids):
    batch_order = sorted(range(len(batch)), key=lambda i: -len(batch[i]["heads"]))
    batch = [batch[i] for i in batch_order]
    ids = [ids[i] for i in batch_order]
    lengths = torch.tensor([len(s["heads"]) for s in batch])
    x = pad(ids, 0)
    mask = torch.arange(x.shape[1]).unsqueeze(0) < lengths.unsqueeze(1)
    return batch, x, lengths, mask, pad([s["heads"] for s in batch], 0), pad([s["tags"] for s in batch], -1), pad([s["labels"] for s in batch], -1)
