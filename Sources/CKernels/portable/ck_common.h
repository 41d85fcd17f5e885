#ifndef CK_COMMON_H
#define CK_COMMON_H
#include <stdint.h>
#include <string.h>

// One function body, compiled for three generations of x86-64; the loader picks (ifunc). Elsewhere once, and under the
// thread sanitizer too: the loader would ask the functions that pick before the sanitizer is ready for them.
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#define CK_IS_THREAD_SANITIZED 1
#endif
#endif
#if defined(__x86_64__) && defined(__linux__) && !defined(CK_IS_THREAD_SANITIZED)
#define CK_CLONES __attribute__((target_clones("default", "arch=x86-64-v3", "arch=x86-64-v4")))
#else
#define CK_CLONES
#endif

// Lets the compiler reorder the sums of the block it stands in, and so use vectors. Results differ from the plain
// loop's by rounding only.
#define CK_REASSOCIATE _Pragma("clang fp reassociate(on) contract(fast)")

#define CK_INLINE static inline __attribute__((always_inline))

CK_INLINE float ck_float_of_bits(uint32_t bits) {
  float value;
  memcpy(&value, &bits, 4);
  return value;
}

CK_INLINE uint32_t ck_bits_of_float(float value) {
  uint32_t bits;
  memcpy(&bits, &value, 4);
  return bits;
}

CK_INLINE float ck_load_f32(const void *from, size_t i) {
  float value;
  memcpy(&value, (const char *)from + 4 * i, 4);
  return value;
}

CK_INLINE float ck_load_bf16(const void *from, size_t i) {
  uint16_t half;
  memcpy(&half, (const char *)from + 2 * i, 2);
  return ck_float_of_bits((uint32_t)half << 16);
}

// Half precision without a conversion instruction, so that every version vectorises: the exponent and fraction move
// into place, a product with 2^112 corrects the exponent's bias (and makes subnormals normal), and what was infinite
// or NaN, now at 2^16 or above, gets the exponent of those.
CK_INLINE float ck_load_f16(const void *from, size_t i) {
  uint16_t half;
  memcpy(&half, (const char *)from + 2 * i, 2);
  float magnitude = ck_float_of_bits((uint32_t)(half & 0x7FFF) << 13) * 0x1p112f;
  uint32_t bits = ck_bits_of_float(magnitude);
  bits |= magnitude >= 65536.0f ? 0x7F800000u : 0u;
  return ck_float_of_bits(bits | (uint32_t)(half & 0x8000) << 16);
}

// e^x = 2^n e^r with n = round(x / ln 2) and |r| <= ln 2 / 2; e^r by a polynomial of degree 6, the minimax fit of
// relative error 1.9e-9, so float32's rounding dominates. Below -86.6 the result is 0 (it would be under 2.4e-38),
// above 88.72 infinite. Rounding adds and takes off 1.5 * 2^23, whose low bits then hold n; reordering would undo
// that, so this function must not stand in a CK_REASSOCIATE block itself (being inlined into one is fine).
CK_INLINE float ck_exp1(float x) {
  float y = x < -86.6f ? -86.6f : x;
  y = y > 88.72f ? 88.72f : y;
  float shifted = y * 1.44269504f + 12582912.0f;
  float n = shifted - 12582912.0f;
  float r = y - n * 0.693359375f;
  r = r + n * 2.12194440e-4f;
  float p = 0.0013836831376f;
  p = p * r + 0.0083748240333f;
  p = p * r + 0.0416682262674f;
  p = p * r + 0.1666642007237f;
  p = p * r + 0.4999999207474f;
  p = p * r + 1.0f;
  p = p * r + 1.0f;
  // 2^n in two factors: n = 128 alone would be infinite.
  float half = ck_float_of_bits((ck_bits_of_float(shifted) << 23) + ((127u - 1u) << 23));
  float result = p * half * 2.0f;
  result = x < -86.6f ? 0.0f : result;
  return x > 88.72f ? __builtin_inff() : result;
}

#endif
