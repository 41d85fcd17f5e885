#include <math.h>

#include "CKernels.h"
#include "ck_common.h"

CK_CLONES void ck_exp(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = ck_exp1(x[i]);
}

// Phi(x) = erfc(-x / sqrt 2) / 2. With t = |x| / sqrt 2 and u = 1 / (1 + 0.4 t), erfc(t) = exp(-t^2) u P(u), P the
// minimax fit of degree 8 for t in [0, 10] (relative error 6.2e-8; the form is Abramowitz and Stegun's 7.1.26).
CK_INLINE float ck_gelu1(float x) {
  float t = __builtin_fabsf(x) * 0.70710678f;
  float u = 1.0f / (1.0f + 0.4f * t);
  float p = 0.0412537255026f;
  p = p * u - 0.1403225123279f;
  p = p * u + 0.0839939128419f;
  p = p * u + 0.0879569506202f;
  p = p * u + 0.0797614436857f;
  p = p * u + 0.1933911720555f;
  p = p * u + 0.2018880900291f;
  p = p * u + 0.2264430445003f;
  p = p * u + 0.2256342348770f;
  float tail = 0.5f * u * p * ck_exp1(-t * t);
  return x * (x < 0 ? tail : 1.0f - tail);
}

CK_CLONES void ck_gelu(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = ck_gelu1(x[i]);
}

// (1 + tanh z) / 2 = 1 / (1 + exp(-2 z)), so one exponential is enough.
CK_CLONES void ck_gelu_tanh(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) {
    float v = x[i];
    float twice = 1.5957691216f * (v + 0.044715f * v * v * v);
    x[i] = v / (1.0f + ck_exp1(-twice));
  }
}

CK_CLONES void ck_silu(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = x[i] / (1.0f + ck_exp1(-x[i]));
}

// The largest of n > 0 values, in 16 lanes: without them the compiler keeps the order of comparisons (NaN) and uses
// one lane.
CK_INLINE float ck_max(const float *x, size_t n) {
  float lanes[16];
  for (int j = 0; j < 16; j++) lanes[j] = x[0];
  size_t i = 0;
  for (; i + 16 <= n; i += 16)
    for (int j = 0; j < 16; j++) lanes[j] = x[i + j] > lanes[j] ? x[i + j] : lanes[j];
  for (; i < n; i++) lanes[0] = x[i] > lanes[0] ? x[i] : lanes[0];
  for (int j = 1; j < 16; j++) lanes[0] = lanes[j] > lanes[0] ? lanes[j] : lanes[0];
  return lanes[0];
}

CK_CLONES void ck_softmax(float *x, float scale, size_t n) {
  CK_REASSOCIATE
  float largest = ck_max(x, n);
  float sum = 0;
  for (size_t i = 0; i < n; i++) {
    float e = ck_exp1(scale * (x[i] - largest));
    x[i] = e;
    sum += e;
  }
  float factor = 1.0f / sum;
  for (size_t i = 0; i < n; i++) x[i] *= factor;
}

void ck_exp_plain(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = (float)exp((double)x[i]);
}

void ck_softmax_plain(float *x, float scale, size_t n) {
  float largest = x[0];
  double sum = 0;
  for (size_t i = 1; i < n; i++) largest = x[i] > largest ? x[i] : largest;
  for (size_t i = 0; i < n; i++) sum += exp((double)scale * ((double)x[i] - largest));
  for (size_t i = 0; i < n; i++) x[i] = (float)(exp((double)scale * ((double)x[i] - largest)) / sum);
}

void ck_gelu_plain(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = (float)(0.5 * x[i] * erfc(-(double)x[i] / sqrt(2.0)));
}

void ck_gelu_tanh_plain(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) {
    double v = x[i];
    x[i] = (float)(0.5 * v * (1 + tanh(sqrt(2 / M_PI) * (v + 0.044715 * v * v * v))));
  }
}

void ck_silu_plain(float *x, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] = (float)(x[i] / (1 + exp(-(double)x[i])));
}
