"""The network, and the file that its float weights are kept in."""
import json

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from treebank import batches, tensors


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


def read_weights(path):
    """What `write` wrote: the header, and arrays by name."""
    raw = open(path, "rb").read()
    length = int.from_bytes(raw[:4], "little")
    meta = json.loads(raw[4:4 + length])
    at, weights = 4 + length, {}
    for t in meta["tensors"]:
        size = int(np.prod(t["shape"]))
        weights[t["name"]] = np.frombuffer(raw, dtype="<f4", count=size, offset=at).reshape(t["shape"]).copy()
        at += 4 * size
    return meta, weights
