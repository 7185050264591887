#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The PipeGantt authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# gradientstorch PLUGIN [DEVICE]   Loss and gradients of small stages with both ends, as a plugin computes them in 32 bits and
# in bfloat16, beside PyTorch's automatic gradients in 64 bits of the same parameters and tokens. Exit code 77 where PyTorch
# is missing, 1 where they differ.

import ctypes
import sys

SHAPE = (
    ["layers", "hidden", "heads", "kv_heads", "head_dim", "ffn", "vocabulary", "positions", "microbatch", "sequence"],
    ["norm", "mlp", "position_kind", "bias", "head_norm", "embedding", "head", "element"],
)
FORWARD, BACKWARD = 0, 3
PARAMETERS, GRADIENTS, LOSS = 2, 3, 4
LIMITS = {0: 1e-4, 1: 3e-2}


class Shape(ctypes.Structure):
    _fields_ = [(name, ctypes.c_int64) for name in SHAPE[0]] + [(name, ctypes.c_int32) for name in SHAPE[1]]


class Stop(ctypes.Structure):
    _fields_ = [("requested", ctypes.c_void_p), ("context", ctypes.c_void_p)]


def small(gpt, element):
    return Shape(
        2, 32, 4, 4 if gpt else 2, 16, 64, 48, 20 if gpt else 0, 2, 12,  # in the order of SHAPE
        0 if gpt else 1, 0 if gpt else 1, 0 if gpt else 1, 2 if gpt else 0, 0 if gpt else 1, 1, 1, element,
    )


def mixed(seed, index):
    mask = (1 << 64) - 1
    z = (seed * 0xD1342543DE82EF95 + (index + 1) * 0x9E3779B97F4A7C15) & mask
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & mask
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & mask
    return z ^ (z >> 31)


class Stage:
    """A stage of the plugin; a status other than 0 is an error with the plugin's reason."""

    def __init__(self, path, device, shape):
        self.library = ctypes.CDLL(path)
        self.reason = ctypes.create_string_buffer(256)
        self.stage = ctypes.c_void_p()
        self.call("open_stage", ctypes.c_int32(device), ctypes.byref(shape), ctypes.byref(self.stage))

    def call(self, name, *arguments):
        if getattr(self.library, "pipegantt_" + name)(*arguments, self.reason) != 0:
            sys.exit(f"{name}: {self.reason.value.decode()}")

    def run(self, which):
        took = ctypes.c_int64()
        self.call("run_pass", self.stage, ctypes.c_int32(which), ctypes.byref(Stop()), ctypes.byref(took))

    def read(self, tensor, count):
        values = (ctypes.c_float * count)()
        self.call("read_tensor", self.stage, ctypes.c_int32(tensor), ctypes.c_int64(count), values)
        return list(values)

    def close(self):
        self.library.pipegantt_close_stage(self.stage)


def sizes(shape):
    """Of all parameters in their order: the words, layer by layer, the head."""
    h, d, vocabulary = shape.hidden, shape.head_dim, shape.vocabulary
    norm = [h, h] if shape.norm == 0 else [h]
    biased = shape.bias == 2

    def linear(inputs, outputs):
        return [(inputs, outputs)] + ([outputs] if biased else [])

    layer = norm + linear(h, (shape.heads + 2 * shape.kv_heads) * d) + linear(shape.heads * d, h) + norm
    layer += linear(h, shape.ffn * (1 + shape.mlp)) + linear(shape.ffn, h) + ([d, d] if shape.head_norm else [])
    tables = [(vocabulary, h)] + ([(shape.positions, h)] if shape.position_kind == 0 else [])
    return tables + layer * shape.layers + norm + [(h, vocabulary)]


def loss_of(torch, shape, parameters):
    functional = torch.nn.functional
    parts = iter(parameters)
    batch, sequence, d = shape.microbatch, shape.sequence, shape.head_dim
    tokens = [mixed(17, i) % shape.vocabulary for i in range(batch * sequence)]
    tokens = torch.tensor(tokens).view(batch, sequence)

    def norm(x, kind=shape.norm):
        if kind == 0:
            return functional.layer_norm(x, x.shape[-1:], next(parts), next(parts), 1e-5)
        return x * torch.rsqrt((x * x).mean(-1, keepdim=True) + 1e-5) * next(parts)

    def linear(x, biased=shape.bias == 2):
        y = x @ next(parts)
        return y + next(parts) if biased else y

    def rotate(x):
        powers = 10000.0 ** (-torch.arange(0, d, 2, dtype=torch.float64) / d)
        angles = torch.outer(torch.arange(sequence, dtype=torch.float64), powers)
        turned = torch.view_as_complex(x.reshape(*x.shape[:-1], -1, 2).contiguous()) * torch.polar(torch.ones(()).double(), angles)
        return torch.view_as_real(turned).flatten(-2)

    x = next(parts)[tokens]
    if shape.position_kind == 0:
        x = x + next(parts)[:sequence]
    for _ in range(shape.layers):
        heads = linear(norm(x)).view(batch, sequence, -1, d).transpose(1, 2)
        q, k, v = heads.split([shape.heads, shape.kv_heads, shape.kv_heads], 1)
        # The norms of heads are the last parameters of a layer.
        later = [next(parts) for _ in range(layer_rest(shape))]
        if shape.head_norm:
            parts_before, parts = parts, iter(later[-2:])
            q, k = norm(q, 1), norm(k, 1)
            parts, later = parts_before, later[:-2]
        if shape.position_kind == 1:
            q, k = rotate(q), rotate(k)
        k, v = (t.repeat_interleave(shape.heads // shape.kv_heads, 1) for t in (k, v))
        attended = functional.scaled_dot_product_attention(q, k, v, is_causal=True)
        parts_before, parts = parts, iter(later)
        x = x + linear(attended.transpose(1, 2).reshape(batch, sequence, -1))
        raised = linear(norm(x))
        if shape.mlp == 1:
            gate, other = raised.chunk(2, -1)
            raised = functional.silu(gate) * other
        else:
            raised = functional.gelu(raised, approximate="tanh")
        x = x + linear(raised)
        parts = parts_before
    logits = norm(x) @ next(parts)
    return functional.cross_entropy(logits.flatten(0, 1), tokens.flatten())


def layer_rest(shape):
    """Parameters of a layer behind its product of queries, keys and values."""
    linear = 2 if shape.bias == 2 else 1
    return 3 * linear + (2 if shape.norm == 0 else 1) + (2 if shape.head_norm else 0)


def relative(is_, must):
    return ((is_ - must).norm() / must.norm()).item()


def main():
    try:
        import torch
    except ImportError:
        print("PyTorch is not installed for " + sys.executable + ".")
        return 77
    device = int(sys.argv[2]) if len(sys.argv) > 2 else 0
    good = True
    for gpt in (True, False):
        for element, limit in LIMITS.items():
            shape = small(gpt, element)
            shapes = [size if isinstance(size, tuple) else (size,) for size in sizes(shape)]
            count = sum(torch.Size(size).numel() for size in shapes)
            stage = Stage(sys.argv[1], device, shape)
            flat = torch.tensor(stage.read(PARAMETERS, count), dtype=torch.float64, requires_grad=True)
            pieces = flat.split([torch.Size(size).numel() for size in shapes])
            loss = loss_of(torch, shape, [piece.view(size) for piece, size in zip(pieces, shapes)])
            loss.backward()
            stage.run(FORWARD)
            stage.run(BACKWARD)
            is_loss = torch.tensor(stage.read(LOSS, 1)[0], dtype=torch.float64)
            errors = relative(is_loss, loss.detach()), relative(
                torch.tensor(stage.read(GRADIENTS, count), dtype=torch.float64), flat.grad
            )
            stage.close()
            agrees = all(error <= limit for error in errors)
            good &= agrees
            print(
                f"{'gpt' if gpt else 'llama':5} {'bfloat16' if element else 'float32':8}  "
                f"loss {errors[0]:.1e}  gradients {errors[1]:.1e}  limit {limit:.0e}{'' if agrees else '  WRONG'}"
            )
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
