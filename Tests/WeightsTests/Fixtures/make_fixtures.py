"""Writes the files beside it: what Python's gguf and safetensors write, and the values that gguf reads back.

    python make_fixtures.py      (numpy 2.4.6, gguf 0.19.0, safetensors 0.8.0, torch 2.15.0, transformers 5.24.0)

quants.gguf         one tensor (2, 256) for each type: random bytes for the quants, so every bit of a block matters,
                    with sane float16 scales; metadata of every type
quants.safetensors  the same tensors as gguf.quants.dequantize gives them, float32
plain.safetensors   one tensor for each plain type, as safetensors.numpy writes them
llama.gguf          attn_q and attn_k of a Llama of 4 heads and 2 key heads of 8, permuted as llama.cpp's conversion does;
                    transformers' own inverse was checked to give back the rows, which are numbered
"""

import os

import numpy as np
from gguf import GGMLQuantizationType as T
from gguf import GGUFValueType as V
from gguf import GGUFWriter
from gguf.constants import GGML_QUANT_SIZES
from gguf.quants import dequantize
from safetensors.numpy import save_file
from transformers.modeling_gguf_pytorch_utils import LlamaTensorProcessor

here = os.path.dirname(os.path.abspath(__file__))
random = np.random.default_rng(20250214)

# Where the float16 scales of a block are.
SCALES = {T.Q4_0: [0], T.Q4_1: [0, 2], T.Q5_0: [0], T.Q5_1: [0, 2], T.Q8_0: [0], T.Q4_K: [0, 2], T.Q5_K: [0, 2], T.Q6_K: [208]}

writer = GGUFWriter(os.path.join(here, "quants.gguf"), "fixture")
for kind, value in {
    "uint8": 200, "int8": -100, "uint16": 60000, "int16": -30000, "uint32": 4000000000, "int32": -2000000000,
    "uint64": 2**63 + 1, "int64": -(2**62), "float32": 0.1, "float64": 0.1, "bool": True, "string": "ünïcode Ġ",
}.items():
    getattr(writer, "add_" + kind)("test." + kind, value)
writer.add_key_value("test.strings", ["a", "", "Ġthe", "日本"], V.ARRAY, V.STRING)
writer.add_key_value("test.integers", [1, -2, 3], V.ARRAY, V.INT32)
writer.add_key_value("test.numbers", [0.5, -1.25], V.ARRAY, V.FLOAT32)
writer.add_key_value("test.bools", [True, False], V.ARRAY, V.BOOL)

expected = {}
for kind, places in SCALES.items():
    values, size = GGML_QUANT_SIZES[kind]
    blocks = random.integers(0, 256, (2, 256 // values, size), dtype=np.uint8)
    for place in places:
        scale = random.uniform(-2, 2, (2, 256 // values)).astype(np.float16)
        blocks[..., place : place + 2] = scale[..., None].view(np.uint8)
    raw = blocks.reshape(2, -1)
    writer.add_tensor(kind.name, raw, raw_dtype=kind)
    expected[kind.name] = dequantize(raw, kind).astype(np.float32)
f32 = random.standard_normal((2, 256)).astype(np.float32)
writer.add_tensor("F32", f32)
writer.add_tensor("F16", f32.astype(np.float16))
bf16 = (f32.view(np.uint32) >> 16).astype(np.uint16)
writer.add_tensor("BF16", bf16.view(np.uint8), raw_dtype=T.BF16)
writer.add_tensor("cube", np.arange(24, dtype=np.float32).reshape(2, 3, 4))
expected |= {"F32": f32, "F16": f32.astype(np.float16).astype(np.float32)}
expected["BF16"] = (bf16.astype(np.uint32) << 16).view(np.float32)
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
save_file(expected, os.path.join(here, "quants.safetensors"))

plain = {n: np.arange(-3, 3).astype(n).reshape(2, 3) for n in ["int8", "int16", "int32", "int64", "float16", "float32", "float64"]}
plain |= {"bool": np.array([True, False, True]), "uint8": np.array(7, dtype=np.uint8), "empty": np.zeros((0, 4), np.float32)}
save_file(plain, os.path.join(here, "plain.safetensors"), metadata={"format": "np", "quote": 'a "b" \\ é\n'})

HEADS, KEYS, SIZE, IN = 4, 2, 8, 32


def permuted(rows, heads):
    return rows.reshape(heads, 2, rows.shape[0] // heads // 2, *rows.shape[1:]).swapaxes(1, 2).reshape(rows.shape)


writer = GGUFWriter(os.path.join(here, "llama.gguf"), "llama")
writer.add_head_count(HEADS)
writer.add_head_count_kv(KEYS)
processor = LlamaTensorProcessor(config={"num_attention_heads": HEADS, "num_key_value_heads": KEYS})
for name, heads in ("attn_q", HEADS), ("attn_k", KEYS):
    rows = np.repeat(np.arange(heads * SIZE, dtype=np.float32)[:, None], IN, axis=1)
    stored = permuted(rows, heads)
    back = processor.process(weights=stored, name=f"blk.0.{name}.weight").weights
    assert (back == rows).all()
    writer.add_tensor(f"blk.0.{name}.weight", stored)
    writer.add_tensor(f"blk.0.{name}.bias", np.ascontiguousarray(stored[:, 0]))
    # One block a row, told apart by its scale.
    block = np.zeros((heads * SIZE, 34), np.uint8)
    block[:, :2] = stored[:, :1].astype(np.float16).view(np.uint8)
    block[:, 2:] = 1
    writer.add_tensor(f"blk.1.{name}.weight", block, raw_dtype=T.Q8_0)
writer.add_tensor("blk.0.attn_v.weight", np.arange(64, dtype=np.float32).reshape(2, 32))
writer.add_tensor("token_embd.weight", np.ones((3, 32), np.float32))
writer.add_tensor("rope_freqs.weight", np.ones(4, np.float32))
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
