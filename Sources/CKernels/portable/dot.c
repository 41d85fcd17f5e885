#include <math.h>

#include "CKernels.h"
#include "ck_common.h"

CK_CLONES float ck_dot_f32(const void *weights, const float *x, size_t n) {
  CK_REASSOCIATE
  float sum = 0;
  for (size_t i = 0; i < n; i++) sum += ck_load_f32(weights, i) * x[i];
  return sum;
}

CK_CLONES float ck_dot_bf16(const void *weights, const float *x, size_t n) {
  CK_REASSOCIATE
  float sum = 0;
  for (size_t i = 0; i < n; i++) sum += ck_load_bf16(weights, i) * x[i];
  return sum;
}

CK_CLONES float ck_dot_f16(const void *weights, const float *x, size_t n) {
  CK_REASSOCIATE
  float sum = 0;
  for (size_t i = 0; i < n; i++) sum += ck_load_f16(weights, i) * x[i];
  return sum;
}

float ck_dot_f32_plain(const void *weights, const float *x, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)ck_load_f32(weights, i) * x[i];
  return (float)sum;
}

float ck_dot_bf16_plain(const void *weights, const float *x, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += (double)ck_load_bf16(weights, i) * x[i];
  return (float)sum;
}

// IEEE 754 binary16, spelled out: sign, 5 bits of exponent, 10 of fraction.
static double half_plain(const void *from, size_t i) {
  uint16_t half;
  memcpy(&half, (const char *)from + 2 * i, 2);
  int exponent = half >> 10 & 31, fraction = half & 1023;
  double magnitude;
  if (exponent == 31) magnitude = fraction ? NAN : INFINITY;
  else if (exponent == 0) magnitude = ldexp(fraction, -24);
  else magnitude = ldexp(1024 + fraction, exponent - 25);
  return half & 0x8000 ? -magnitude : magnitude;
}

float ck_dot_f16_plain(const void *weights, const float *x, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) sum += half_plain(weights, i) * x[i];
  return (float)sum;
}
