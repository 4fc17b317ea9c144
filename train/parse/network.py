"""Trains Dateline's tagger and parser: a two-layer BiLSTM with a tag layer and biaffine heads (Dozat & Manning 2017, made small).

Called by train/parse.ts. Needs Debian's python3-torch with libopenblas0-pthread. Reads CoNLL-U, writes one .npz of float weights,
which train/parse/quantise.ts turns into the shipped integers.

    python3 network.py --train A.conllu B.conllu --dev A.conllu B.conllu --out net.npz --minutes 8 [--vectors vec.npz] [--seed 1]
"""
import argparse
import copy
import json
import random
import time

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

# The same constants stand in src/parse/word-features.ts: change both.
AFFIX_BUCKETS = [("s2", 1024), ("s3", 4096), ("s4", 6144), ("p2", 1024), ("p3", 4096)]
SHAPES = 7 * 6 * 2 * 6
MORPHOLOGY = ["Tense", "VerbForm", "Voice", "Mood", "Number", "Person", "Degree", "Polarity"]
ALLOWED = {
    "Tense": {"Past", "Pres"}, "VerbForm": {"Fin", "Inf", "Part", "Ger"}, "Voice": {"Pass"}, "Mood": {"Ind", "Imp", "Sub"},
    "Number": {"Sing", "Plur"}, "Person": {"1", "2", "3"}, "Degree": {"Pos", "Cmp", "Sup"}, "Polarity": {"Neg"},
}
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


class Net(nn.Module):
    def __init__(self, rows, tags, labels, dim, hidden, arc, lab, drop):
        super().__init__()
        self.embed = nn.Parameter(torch.randn(rows, dim) * 0.08)
        self.lstm1 = nn.LSTM(dim, hidden, bidirectional=True, batch_first=True)
        self.lstm2 = nn.LSTM(2 * hidden, hidden, bidirectional=True, batch_first=True)
        self.tag = nn.Linear(2 * hidden, tags)
        self.dep = nn.Linear(2 * hidden, arc)
        self.head = nn.Linear(2 * hidden, arc)
        self.bilinear = nn.Linear(arc, arc)
        self.root_head = nn.Parameter(torch.rand(arc) * 0.1)
        self.lab_dep = nn.Linear(2 * hidden, lab)
        self.lab_head = nn.Linear(2 * hidden, lab, bias=False)
        self.root_lab = nn.Parameter(torch.zeros(lab))
        self.label = nn.Linear(lab, labels)
        self.drop = drop
        for l in (self.lstm1, self.lstm2):
            for n, p in l.named_parameters():
                if "weight_hh" in n:
                    for k in range(4):
                        nn.init.orthogonal_(p.data[k * hidden:(k + 1) * hidden])
                if "bias_ih" in n:
                    p.data[hidden:2 * hidden] = 1.0
        with torch.no_grad():
            self.bilinear.weight.copy_(torch.eye(arc) * 0.2)

    def shared_drop(self, x, p):
        if not self.training or p == 0:
            return x
        return x * (torch.rand(x.shape[0], 1, x.shape[2]) > p) / (1 - p)

    def run(self, lstm, x, lengths):
        packed = nn.utils.rnn.pack_padded_sequence(x, lengths, batch_first=True)
        return nn.utils.rnn.pad_packed_sequence(lstm(packed)[0], batch_first=True)[0]

    def forward(self, ids, lengths):
        b, n, k = ids.shape
        x = F.embedding_bag(ids.view(b * n, k), self.embed, mode="sum", sparse=self.training).view(b, n, -1)
        x = F.dropout(x, self.drop * 0.7, self.training)
        x = self.run(self.lstm1, x, lengths)
        x = self.shared_drop(x, self.drop)
        x = self.run(self.lstm2, x, lengths)
        x = self.shared_drop(x, self.drop)
        tag = self.tag(x)
        dep = self.shared_drop(F.relu(self.dep(x)), self.drop)
        head = self.shared_drop(F.relu(self.head(x)), self.drop)
        head = torch.cat([F.relu(self.root_head).view(1, 1, -1).expand(b, 1, -1), head], 1)
        arcs = self.bilinear(dep) @ head.transpose(1, 2)  # b, n, n + 1
        return tag, arcs, self.lab_dep(x), torch.cat([self.root_lab.view(1, 1, -1).expand(b, 1, -1), self.lab_head(x)], 1)

    def labels(self, lab_dep, lab_head, heads):
        picked = torch.gather(lab_head, 1, heads.unsqueeze(2).expand(-1, -1, lab_head.shape[2]))
        return self.label(F.dropout(F.relu(lab_dep + picked), self.drop, self.training))


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


def evaluate(net, data, tag_upos, label_base):
    net.eval()
    n = upos = uas = las = 0
    with torch.no_grad():
        for batch in batches(data, 3000, False):
            batch, x, lengths, mask, heads, tags, labels = tensors(batch, [s["ids"] for s in batch])
            t, arcs, ld, lh = net(x, lengths)
            blocked = torch.zeros_like(arcs, dtype=torch.bool)
            blocked[:, :, 1:] = ~mask.unsqueeze(1)
            h = arcs.masked_fill(blocked, -1e9).argmax(2)
            l = net.labels(ld, lh, h).argmax(2)
            good = (h == heads) & mask
            n += int(mask.sum())
            upos += int(((tag_upos[t.argmax(2)] == tag_upos[tags.clamp(min=0)]) & mask).sum())
            uas += int(good.sum())
            las += int((good & (label_base[l] == label_base[labels.clamp(min=0)])).sum())
    net.train()
    return f"UPOS {100 * upos / n:.2f} UAS {100 * uas / n:.2f} LAS {100 * las / n:.2f}"


def calibrate(net, data):
    """The largest activations on a sample, from which the integers' scales are chosen."""
    top = {"dependent": 0.0, "head": 0.0, "query": 0.0, "label": 0.0}
    with torch.no_grad():
        for batch in batches(data[:: max(1, len(data) // 1500)], 3000, False):
            _, ids, lengths, mask, heads, _, _ = tensors(batch, [s["ids"] for s in batch])
            b, n, k = ids.shape
            x = F.embedding_bag(ids.view(b * n, k), net.embed, mode="sum").view(b, n, -1)
            x = net.run(net.lstm2, net.run(net.lstm1, x, lengths), lengths)
            dep, head = F.relu(net.dep(x)), F.relu(net.head(x))
            lab = torch.cat([net.root_lab.view(1, 1, -1).expand(b, 1, -1), net.lab_head(x)], 1)
            picked = torch.gather(lab, 1, heads.unsqueeze(2).expand(-1, -1, lab.shape[2]))
            for name, v in (("dependent", dep), ("head", head), ("query", net.bilinear(dep).abs()), ("label", F.relu(net.lab_dep(x) + picked))):
                top[name] = max(top[name], float(v[mask].max()))
        top["head"] = max(top["head"], float(net.root_head.max()))
    return top


def write(path, meta, weights):
    """One file: length of the header (uint32), header (JSON: meta and the tensors' names and shapes in order), float32 values."""
    meta["tensors"] = [{"name": n, "shape": list(w.shape)} for n, w in weights.items()]
    header = json.dumps(meta).encode()
    with open(path, "wb") as f:
        f.write(len(header).to_bytes(4, "little"))
        f.write(header)
        for w in weights.values():
            f.write(w.astype("<f4").tobytes())


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--train", nargs="+")
    a.add_argument("--dev", nargs="+")
    a.add_argument("--out")
    a.add_argument("--vectors")
    a.add_argument("--minutes", type=float, default=20)
    a.add_argument("--seed", type=int, default=1)
    a.add_argument("--dim", type=int, default=128)
    a.add_argument("--hidden", type=int, default=112)
    a.add_argument("--arc", type=int, default=96)
    a.add_argument("--lab", type=int, default=96)
    a.add_argument("--drop", type=float, default=0.33)
    a.add_argument("--batch", type=int, default=1400)
    a.add_argument("--workers", type=int, default=2)
    a.add_argument("--rate", type=float, default=0.003)
    o = a.parse_args()
    random.seed(o.seed)
    np.random.seed(o.seed)
    torch.manual_seed(o.seed)
    train = [s for f in o.train for s in read(f)]
    dev = [read(f) for f in o.dev]
    counts = {}
    for s in train:
        for w in s:
            counts[normal(w[0])] = counts.get(normal(w[0]), 0) + 1
    vectors = None
    if o.vectors:
        raw = open(o.vectors, "rb").read()
        length = int.from_bytes(raw[:4], "little")
        header = json.loads(raw[4:4 + length])
        vocabulary = header["words"]
        vectors = np.frombuffer(raw[4 + length:], dtype="<f4").reshape(header["rows"], header["dimension"])
    else:
        vocabulary = ["<unknown>"] + sorted(w for w, c in counts.items() if c >= 2)
    features = Features(vocabulary)
    tag_counts = {}
    for s in train:
        for w in s:
            t = f"{w[1]} {w[2]} {w[3]}"
            tag_counts[t] = tag_counts.get(t, 0) + 1
    tag_list = sorted(t for t, c in tag_counts.items() if c >= 3)
    tag_id = {t: i for i, t in enumerate(tag_list)}
    by_upos_xpos = {}
    for t in sorted(tag_list, key=lambda t: tag_counts[t]):
        by_upos_xpos[tuple(t.split(" ")[:2])] = tag_id[t]
        by_upos_xpos[t.split(" ")[0]] = tag_id[t]
    label_counts = {}
    for s in train:
        for w in s:
            label_counts[w[5]] = label_counts.get(w[5], 0) + 1
    label_list = sorted(l for l, c in label_counts.items() if c >= 5)
    label_id = {l: i for i, l in enumerate(label_list)}
    upos_list = sorted({t.split(" ")[0] for t in tag_list})
    tag_upos = torch.tensor([upos_list.index(t.split(" ")[0]) for t in tag_list])
    bases = sorted({l.split(":")[0] for l in label_list})
    label_base = torch.tensor([bases.index(l.split(":")[0]) for l in label_list])
    print(f"{len(train)} sentences, {len(vocabulary)} words, {len(tag_list)} tags, {len(label_list)} labels", flush=True)

    def tag_of(w):
        for k in (f"{w[1]} {w[2]} {w[3]}",):
            if k in tag_id:
                return tag_id[k]
        return by_upos_xpos.get((w[1], w[2]), by_upos_xpos[w[1]])

    def encode(s, augment):
        forms = [w[0] for w in s]
        item = {
            "ids": features.sentence(forms),
            "heads": np.array([w[4] for w in s]), "tags": np.array([tag_of(w) for w in s]),
            "labels": np.array([label_id.get(w[5], label_id.get(w[5].split(":")[0], label_id["dep"])) for w in s]),
        }
        if augment:
            item["caseless"] = features.sentence(forms, True)
            item["title"] = features.sentence([f[:1].upper() + f[1:] if len(f) > 3 else f for f in forms])
            c = np.array([counts[normal(f)] for f in forms], dtype=np.float64)
            item["drop"] = 0.25 / (0.25 + c) + 0.03
        return item

    data = [encode(s, True) for s in train if len(s) <= 120]
    dev = [[encode(s, False) for s in d] for d in dev]
    net = Net(features.rows, len(tag_list), len(label_list), o.dim, o.hidden, o.arc, o.lab, o.drop)
    if vectors is not None:
        net.embed.data[:vectors.shape[0]] = torch.from_numpy(vectors.copy())
    ema = copy.deepcopy(net)
    start = time.time()

    def work(rank):
        """One worker: steps of its own over the shared weights, without locks (Recht et al. 2011); the first keeps the average."""
        random.seed(o.seed + 1000 * rank)
        np.random.seed(o.seed + 1000 * rank)
        torch.manual_seed(o.seed + 1000 * rank)
        dense = [p for n, p in net.named_parameters() if n != "embed"]
        adam = torch.optim.Adam(dense, lr=o.rate, betas=(0.9, 0.95), eps=1e-8)
        sparse = torch.optim.SparseAdam([net.embed], lr=o.rate, betas=(0.9, 0.98), eps=1e-8)
        step, epoch = 0, 0
        finished = False
        while not finished:
            total = 0.0
            for batch in batches(data, o.batch, True):
                done = (time.time() - start) / (60 * o.minutes)
                if done >= 1:
                    finished = True
                    break
                rate = o.rate * min(1, (step + 1) / 100) * (1 if done < 0.3 else max(0.01, (1 - done) / 0.7))
                for g in adam.param_groups:
                    g["lr"] = rate
                sparse.param_groups[0]["lr"] = rate * (0.5 if o.vectors else 1)
                chosen = []
                for s in batch:
                    r = random.random()
                    ids = s["caseless"] if r < 0.2 else s["title"] if r < 0.24 else s["ids"]
                    ids = ids.copy()
                    ids[np.random.rand(len(ids)) < s["drop"], 0] = 0
                    chosen.append(ids)
                _, x, lengths, mask, heads, tags, labels = tensors(batch, chosen)
                t, arcs, ld, lh = net(x, lengths)
                blocked = torch.zeros_like(arcs, dtype=torch.bool)
                blocked[:, :, 1:] = ~mask.unsqueeze(1)
                arcs = arcs.masked_fill(blocked, -1e9)
                l = net.labels(ld, lh, heads)
                loss = 0.7 * F.cross_entropy(t[mask], tags[mask]) + F.cross_entropy(arcs[mask], heads[mask]) + 0.7 * F.cross_entropy(l[mask], labels[mask])
                adam.zero_grad(set_to_none=True)
                sparse.zero_grad(set_to_none=True)
                loss.backward()
                nn.utils.clip_grad_norm_(dense, 5.0)
                adam.step()
                sparse.step()
                total += float(loss.detach())
                step += 1
                if rank == 0 and step % 8 == 0:
                    keep = min(0.985, (step / 8) / (step / 8 + 9))
                    with torch.no_grad():
                        for p, q in zip(ema.parameters(), net.parameters()):
                            p.mul_(keep).add_(q, alpha=1 - keep)
            epoch += 1
            if rank == 0 and (finished or epoch % 3 == 0 or epoch < 3):
                print(f"epoch {epoch} step {step} {time.time() - start:.0f}s loss {total:.1f} | " + " | ".join(evaluate(ema, d, tag_upos, label_base) for d in dev), flush=True)

    net.share_memory()
    torch.set_num_threads(1)
    others = [torch.multiprocessing.get_context("fork").Process(target=work, args=(r,)) for r in range(1, o.workers)]
    for p in others:
        p.start()
    work(0)
    for p in others:
        p.join()
    ema.eval()
    weights = {n: p.detach().numpy().astype(np.float32) for n, p in ema.named_parameters()}
    meta = {"words": vocabulary, "tags": tag_list, "labels": label_list, "dim": o.dim, "hidden": o.hidden, "arc": o.arc, "lab": o.lab, "top": calibrate(ema, data)}
    write(o.out, meta, weights)


main()
