#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PipeGantt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# comparetorch TIMES TIMES   The same layer in PyTorch with its fused attention, on the same device, beside two files of
# times that `pipegantt-cli measure` wrote; how far the two lie apart; and the share of the rate of a large product that the
# whole layer reaches. Exit code 77 where PyTorch or a GPU is missing, 1 where a goal is missed.

import json
import re
import statistics
import sys

GOAL_OVER_TORCH = 1.10
GOAL_OF_RATE = 0.70
GOAL_SPREAD = 0.02
ROUNDS = 21
HIDDEN, HEADS, KV_HEADS, HEAD_DIM, FFN = 4096, 32, 8, 128, 14336  # llama3-8b
SECONDS = {"ps": 1e-12, "ns": 1e-9, "us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1}


def seconds(text):
    number, unit = re.fullmatch(r"([0-9.]+)\s*(\D+)", text).groups()
    return float(number) * SECONDS[unit.strip()]


def medians(path):
    """Micro-batch size -> pass -> seconds."""
    with open(path, encoding="utf-8") as file:
        times = json.load(file)
    assert times["model"] == "llama3-8b" and times["layers-per-stage"] == 1, "these are the times of another layer"
    return times["sequence"], {
        size["micro-batch-size"]: {
            name: seconds(one["median"]) for name, one in size["layers"].items() if isinstance(one, dict)
        }
        for size in times["sizes"]
    }


def say_spread(first, second):
    worst = 0
    for size, passes in first.items():
        for name, time in passes.items():
            apart = abs(second[size][name] - time) / time
            worst = max(worst, apart)
            print(f"b={size} {name:14} {time * 1e3:9.3f} ms, again {100 * apart:5.2f} % apart")
    print(f"largest difference of two medians: {100 * worst:.2f} % (goal: {100 * GOAL_SPREAD:.0f} %)\n")
    return worst <= GOAL_SPREAD


def timed(torch, work, prepare=lambda: None):
    """The median of seconds on the device; the cache is written over before each."""
    other = torch.empty(256 << 20, dtype=torch.uint8, device="cuda")
    times = []
    for round_ in range(ROUNDS + 3):
        prepare()
        begin, end = (torch.cuda.Event(enable_timing=True) for _ in range(2))
        other.zero_()
        begin.record()
        work()
        end.record()
        torch.cuda.synchronize()
        if round_ >= 3:
            times.append(begin.elapsed_time(end) / 1e3)
    return statistics.median(times)


def make_layer(torch, sequence):
    functional = torch.nn.functional

    def rms_norm(x, weight):
        if hasattr(functional, "rms_norm"):
            return functional.rms_norm(x, (x.shape[-1],), weight, 1e-5)
        wide = x.float()
        return (wide * torch.rsqrt(wide.pow(2).mean(-1, keepdim=True) + 1e-5)).to(x.dtype) * weight

    class Layer(torch.nn.Module):
        def __init__(self):
            super().__init__()
            width = (HEADS + 2 * KV_HEADS) * HEAD_DIM
            self.norm1, self.norm2 = (torch.nn.Parameter(torch.ones(HIDDEN)) for _ in range(2))
            self.qkv = torch.nn.Linear(HIDDEN, width, bias=False)
            self.out = torch.nn.Linear(HEADS * HEAD_DIM, HIDDEN, bias=False)
            self.up = torch.nn.Linear(HIDDEN, 2 * FFN, bias=False)
            self.down = torch.nn.Linear(FFN, HIDDEN, bias=False)
            share = torch.arange(0, HEAD_DIM, 2) / HEAD_DIM
            angles = torch.outer(torch.arange(sequence).float(), 10000.0**-share)
            self.register_buffer("cosine", angles.cos().repeat(1, 2)[None, None])
            self.register_buffer("sine", angles.sin().repeat(1, 2)[None, None])

        def rotate(self, x):
            half = x.shape[-1] // 2
            turned = torch.cat((-x[..., half:], x[..., :half]), -1)
            return x * self.cosine + turned * self.sine

        def forward(self, x):
            batch = x.shape[0]
            heads = self.qkv(rms_norm(x, self.norm1)).view(batch, sequence, -1, HEAD_DIM).transpose(1, 2)
            q, k, v = heads.split([HEADS, KV_HEADS, KV_HEADS], 1)
            q, k = self.rotate(q), self.rotate(k)
            k, v = (t.repeat_interleave(HEADS // KV_HEADS, 1) for t in (k, v))
            attended = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
            x = x + self.out(attended.transpose(1, 2).reshape(batch, sequence, -1))
            gate, other = self.up(rms_norm(x, self.norm2)).chunk(2, -1)
            return x + self.down(functional.silu(gate) * other)

    return Layer().to("cuda", torch.bfloat16)


def torch_times(torch, sequence, batch):
    layer = make_layer(torch, sequence)
    x = torch.randn(batch, sequence, HIDDEN, device="cuda", dtype=torch.bfloat16, requires_grad=True)
    grad = torch.randn_like(x)
    kept = {}

    def forward():
        kept["y"] = layer(x)

    times = {"forward": timed(torch, forward)}
    times["backward"] = timed(torch, lambda: torch.autograd.backward(kept["y"], grad), forward)
    for parameter in layer.parameters():
        parameter.requires_grad_(False)
    times["input-grad"] = timed(torch, lambda: torch.autograd.backward(kept["y"], grad), forward)
    # PyTorch has no pass for the parameters' gradients alone.
    times["weight-grad"] = times["backward"] - times["input-grad"]
    return times


def matrix_rate(torch):
    a, b = (torch.randn(8192, 8192, device="cuda", dtype=torch.bfloat16) for _ in range(2))
    return 2 * 8192**3 / timed(torch, lambda: torch.matmul(a, b))


def work(sequence, batch):
    """Operations of F, I and W: products of matrices, and the half of the scores that causal attention needs."""
    tokens = batch * sequence
    matrices = 2 * tokens * HIDDEN * ((HEADS + 2 * KV_HEADS) * HEAD_DIM + HEADS * HEAD_DIM + 3 * FFN)
    attention = 2 * tokens * sequence * HEADS * HEAD_DIM
    return 3 * matrices + 3 * attention


def main():
    sequence, first = medians(sys.argv[1])
    good = say_spread(first, medians(sys.argv[2])[1])
    try:
        import torch
    except ImportError:
        print("PyTorch is not installed for " + sys.executable + ".")
        return 77 if good else 1
    if not torch.cuda.is_available():
        print("PyTorch finds no GPU.")
        return 77 if good else 1
    rate = matrix_rate(torch)
    print(f"PyTorch {torch.__version__}; a product of 8192 x 8192 in bfloat16 runs at {rate / 1e12:.0f} TFLOP/s\n")
    for size, passes in first.items():
        theirs = torch_times(torch, sequence, size)
        for name in ("forward", "input-grad", "weight-grad", "backward"):
            ratio = passes[name] / theirs[name]
            good &= name == "backward" or ratio <= GOAL_OVER_TORCH
            print(
                f"b={size} {name:12} {passes[name] * 1e3:9.3f} ms, PyTorch {theirs[name] * 1e3:9.3f} ms: "
                f"{ratio:.2f} (goal: {GOAL_OVER_TORCH:.2f})"
            )
        whole = sum(passes[name] for name in ("forward", "input-grad", "weight-grad"))
        share = work(sequence, size) / whole / rate
        good &= share >= GOAL_OF_RATE
        print(f"b={size} F, I and W reach {100 * share:.0f} % of that rate (goal: {100 * GOAL_OF_RATE:.0f} %)\n")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
