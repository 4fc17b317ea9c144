"""Trains Dateline's tagger and parser: a two-layer BiLSTM with a tag layer and biaffine heads (Dozat & Manning 2017, made small).

Called by train/parse.ts. Needs Debian's python3-torch with libopenblas0-pthread. Reads CoNLL-U, writes one file of float weights,
which train/parse/quantise.ts turns into the shipped integers.

    python3 network.py --train A.conllu B.conllu --dev A.conllu B.conllu --out net.bin --minutes 8 [--vectors vec.bin | --resume net.bin] [--seed 1]
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

from model import Net, calibrate, evaluate, read_weights, write
from treebank import batches, read, tensors
from word_features import Features, normal


def main():
    a = argparse.ArgumentParser()
    a.add_argument("--train", nargs="+")
    a.add_argument("--dev", nargs="+")
    a.add_argument("--out")
    a.add_argument("--vectors")
    a.add_argument("--resume")
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
    resumed = read_weights(o.resume) if o.resume else None
    if resumed:
        vocabulary = resumed[0]["words"]
    elif o.vectors:
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
    tag_list = resumed[0]["tags"] if resumed else sorted(t for t, c in tag_counts.items() if c >= 3)
    tag_id = {t: i for i, t in enumerate(tag_list)}
    by_upos_xpos = {}
    for t in sorted(tag_list, key=lambda t: tag_counts.get(t, 0)):
        by_upos_xpos[tuple(t.split(" ")[:2])] = tag_id[t]
        by_upos_xpos[t.split(" ")[0]] = tag_id[t]
    label_counts = {}
    for s in train:
        for w in s:
            label_counts[w[5]] = label_counts.get(w[5], 0) + 1
    label_list = resumed[0]["labels"] if resumed else sorted(l for l, c in label_counts.items() if c >= 5)
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
    if resumed:
        net.load_state_dict({n: torch.from_numpy(w) for n, w in resumed[1].items()})
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
                rate = o.rate * min(1, (step + 1) / 100) * (1 if done < 0.3 and not o.resume else max(0.01, (1 - done) / (1 if o.resume else 0.7)))
                for g in adam.param_groups:
                    g["lr"] = rate
                sparse.param_groups[0]["lr"] = rate * (0.5 if o.vectors or o.resume else 1)
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
