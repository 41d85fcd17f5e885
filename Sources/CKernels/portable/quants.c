// Block formats of GGUF to float32. The layouts are those of ggml's ggml-common.h; d and m are float16.
//
//   q4_0  d, 16 bytes            value = d * (q - 8)       a low nibble is value i, a high nibble value i + 16
//   q4_1  d, m, 16 bytes         value = d * q + m
//   q5_0  d, 4 bytes, 16 bytes   value = d * (q - 16)      bit i of the first four bytes is the fifth bit of value i
//   q5_1  d, m, 4 bytes, 16      value = d * q + m
//   q8_0  d, 32 bytes            value = d * q
//   q4_K, q5_K, q6_K             256 values in groups with scales of their own: see there
//
// Blocks are read as bytes: a tensor in a file may start anywhere, and a block of 18 bytes is never aligned for long.
#include "ck_quants.h"

#include <string.h>

// A product and a sum round one after the other, as in the reference; a fused multiply-add would round once.
#pragma STDC FP_CONTRACT OFF

static inline uint16_t load16(const uint8_t *bytes) {
  uint16_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static inline uint32_t load32(const uint8_t *bytes) {
  uint32_t value;
  memcpy(&value, bytes, sizeof value);
  return value;
}

static inline float float_from_bits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, sizeof value);
  return value;
}

// Every float16 is a float32. The exponent's bias grows from 15 to 127; subnormal halves are multiples of 2^-24, which
// an integer conversion gives without looking for the leading one. Written as selections, so that loops become vectors.
static inline float half_to_float(uint16_t half) {
  const uint32_t sign = (uint32_t)(half & 0x8000) << 16;
  const uint32_t magnitude = half & 0x7fff;
  const uint32_t rebased = (magnitude << 13) + ((127u - 15u) << 23);
  const uint32_t endless = rebased + ((127u - 15u) << 23);  // infinity and NaN: exponent 31 becomes 255
  const float small = (float)(int32_t)magnitude * 0x1p-24f;
  uint32_t small_bits;
  memcpy(&small_bits, &small, sizeof small_bits);
  const uint32_t normal = magnitude >= 0x7c00 ? endless : rebased;
  return float_from_bits(sign | (magnitude < 0x0400 ? small_bits : normal));
}

void ck_dequantise_f16(const void *in, float *out, size_t n) {
  const uint8_t *bytes = in;
  for (size_t i = 0; i < n; i++) out[i] = half_to_float(load16(bytes + 2 * i));
}

void ck_dequantise_bf16(const void *in, float *out, size_t n) {
  const uint8_t *bytes = in;
  for (size_t i = 0; i < n; i++) out[i] = float_from_bits((uint32_t)load16(bytes + 2 * i) << 16);
}

void ck_dequantise_q4_0(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 32; b++, block += 18, out += 32) {
    const float d = half_to_float(load16(block));
    const uint8_t *q = block + 2;
    for (int i = 0; i < 16; i++) {
      out[i] = (float)((q[i] & 15) - 8) * d;
      out[i + 16] = (float)((q[i] >> 4) - 8) * d;
    }
  }
}

void ck_dequantise_q4_1(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 32; b++, block += 20, out += 32) {
    const float d = half_to_float(load16(block)), m = half_to_float(load16(block + 2));
    const uint8_t *q = block + 4;
    for (int i = 0; i < 16; i++) {
      out[i] = (float)(q[i] & 15) * d + m;
      out[i + 16] = (float)(q[i] >> 4) * d + m;
    }
  }
}

void ck_dequantise_q5_0(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 32; b++, block += 22, out += 32) {
    const float d = half_to_float(load16(block));
    const uint32_t fifth = load32(block + 2);
    const uint8_t *q = block + 6;
    for (int i = 0; i < 16; i++) {
      const int low = (q[i] & 15) | (int)((fifth >> i) & 1) << 4;
      const int high = (q[i] >> 4) | (int)((fifth >> (i + 16)) & 1) << 4;
      out[i] = (float)(low - 16) * d;
      out[i + 16] = (float)(high - 16) * d;
    }
  }
}

void ck_dequantise_q5_1(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 32; b++, block += 24, out += 32) {
    const float d = half_to_float(load16(block)), m = half_to_float(load16(block + 2));
    const uint32_t fifth = load32(block + 4);
    const uint8_t *q = block + 8;
    for (int i = 0; i < 16; i++) {
      const int low = (q[i] & 15) | (int)((fifth >> i) & 1) << 4;
      const int high = (q[i] >> 4) | (int)((fifth >> (i + 16)) & 1) << 4;
      out[i] = (float)low * d + m;
      out[i + 16] = (float)high * d + m;
    }
  }
}

void ck_dequantise_q8_0(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 32; b++, block += 34, out += 32) {
    const float d = half_to_float(load16(block));
    const int8_t *q = (const int8_t *)(block + 2);
    for (int i = 0; i < 32; i++) out[i] = (float)q[i] * d;
  }
}

// Twelve bytes hold a scale and a minimum of six bits for each of eight groups of 32 values. Groups 0 to 3 have theirs
// in the low six bits of bytes 0 to 3 and 4 to 7; groups 4 to 7 have four bits in bytes 8 to 11 and the other two on
// top of the bytes of groups 0 to 3.
static inline void scale_and_minimum(const uint8_t *packed, int group, uint8_t *scale, uint8_t *minimum) {
  if (group < 4) {
    *scale = packed[group] & 63;
    *minimum = packed[group + 4] & 63;
  } else {
    *scale = (uint8_t)((packed[group + 4] & 15) | (packed[group - 4] >> 6) << 4);
    *minimum = (uint8_t)((packed[group + 4] >> 4) | (packed[group] >> 6) << 4);
  }
}

// d, dmin, 12 bytes of scales and minimums, 128 bytes: value = d * scale * q - dmin * minimum. Of 32 bytes the low
// nibbles are one group, the high nibbles the next.
void ck_dequantise_q4_K(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 256; b++, block += 144) {
    const float d = half_to_float(load16(block)), dmin = half_to_float(load16(block + 2));
    const uint8_t *q = block + 16;
    for (int group = 0; group < 8; group += 2, q += 32, out += 64) {
      uint8_t scale[2], minimum[2];
      scale_and_minimum(block + 4, group, &scale[0], &minimum[0]);
      scale_and_minimum(block + 4, group + 1, &scale[1], &minimum[1]);
      const float d0 = d * scale[0], m0 = dmin * minimum[0], d1 = d * scale[1], m1 = dmin * minimum[1];
      for (int i = 0; i < 32; i++) {
        out[i] = d0 * (float)(q[i] & 15) - m0;
        out[i + 32] = d1 * (float)(q[i] >> 4) - m1;
      }
    }
  }
}

// As q4_K, with 32 bytes of fifth bits after the scales: bit g of byte i belongs to value i of group g.
void ck_dequantise_q5_K(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 256; b++, block += 176) {
    const float d = half_to_float(load16(block)), dmin = half_to_float(load16(block + 2));
    const uint8_t *fifth = block + 16, *q = block + 48;
    for (int group = 0; group < 8; group += 2, q += 32, out += 64) {
      uint8_t scale[2], minimum[2];
      scale_and_minimum(block + 4, group, &scale[0], &minimum[0]);
      scale_and_minimum(block + 4, group + 1, &scale[1], &minimum[1]);
      const float d0 = d * scale[0], m0 = dmin * minimum[0], d1 = d * scale[1], m1 = dmin * minimum[1];
      for (int i = 0; i < 32; i++) {
        out[i] = d0 * (float)((q[i] & 15) | (fifth[i] >> group & 1) << 4) - m0;
        out[i + 32] = d1 * (float)((q[i] >> 4) | (fifth[i] >> (group + 1) & 1) << 4) - m1;
      }
    }
  }
}

// 128 bytes of low nibbles, 64 bytes of high pairs of bits, 16 signed scales (one for 16 values), d:
// value = d * scale * (q - 32). Each half of a block is 128 values from 64 + 32 bytes.
void ck_dequantise_q6_K(const void *in, float *out, size_t n) {
  const uint8_t *block = in;
  for (size_t b = 0; b < n / 256; b++, block += 210) {
    const float d = half_to_float(load16(block + 208));
    const uint8_t *low = block, *high = block + 128;
    const int8_t *scale = (const int8_t *)(block + 192);
    for (int half = 0; half < 2; half++, low += 64, high += 32, scale += 8, out += 128) {
      for (int i = 0; i < 32; i++) {
        const int s = i / 16;
        out[i] = d * scale[s] * (float)(((low[i] & 15) | (high[i] & 3) << 4) - 32);
        out[i + 32] = d * scale[s + 2] * (float)(((low[i + 32] & 15) | (high[i] >> 2 & 3) << 4) - 32);
        out[i + 64] = d * scale[s + 4] * (float)(((low[i] >> 4) | (high[i] >> 4 & 3) << 4) - 32);
        out[i + 96] = d * scale[s + 6] * (float)(((low[i + 32] >> 4) | (high[i] >> 6) << 4) - 32);
      }
    }
  }
}
