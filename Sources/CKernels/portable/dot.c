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

float ck_dot_f16_plain(const void *weights, const float *x, size_t n) {
  double sum = 0;
  for (size_t i = 0; i < n; i++) {
    float value;
    ck_read_f16_plain((const char *)weights + 2 * i, &value, 1);
    sum += (double)value * x[i];
  }
  return (float)sum;
}
