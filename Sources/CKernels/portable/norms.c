#include <math.h>

#include "CKernels.h"
#include "ck_common.h"

CK_CLONES void ck_rms_norm(const float *x, const float *weight, float epsilon, float *out, size_t n) {
  CK_REASSOCIATE
  float squares = 0;
  for (size_t i = 0; i < n; i++) squares += x[i] * x[i];
  float factor = 1.0f / sqrtf(squares / (float)n + epsilon);
  for (size_t i = 0; i < n; i++) out[i] = x[i] * factor * weight[i];
}

CK_CLONES void ck_layer_norm(
  const float *x, const float *weight, const float *bias, float epsilon, float *out, size_t n) {
  CK_REASSOCIATE
  float sum = 0;
  for (size_t i = 0; i < n; i++) sum += x[i];
  float mean = sum / (float)n;
  // A second pass for the variance: mean(x^2) - mean^2 would cancel where the mean is large.
  float squares = 0;
  for (size_t i = 0; i < n; i++) squares += (x[i] - mean) * (x[i] - mean);
  float factor = 1.0f / sqrtf(squares / (float)n + epsilon);
  for (size_t i = 0; i < n; i++) out[i] = (x[i] - mean) * factor * weight[i] + bias[i];
}

void ck_rms_norm_plain(const float *x, const float *weight, float epsilon, float *out, size_t n) {
  double squares = 0;
  for (size_t i = 0; i < n; i++) squares += (double)x[i] * x[i];
  double factor = 1 / sqrt(squares / (double)n + epsilon);
  for (size_t i = 0; i < n; i++) out[i] = (float)(x[i] * factor * weight[i]);
}

void ck_layer_norm_plain(
  const float *x, const float *weight, const float *bias, float epsilon, float *out, size_t n) {
  double sum = 0, squares = 0;
  for (size_t i = 0; i < n; i++) sum += x[i];
  double mean = sum / (double)n;
  for (size_t i = 0; i < n; i++) squares += (x[i] - mean) * (x[i] - mean);
  double factor = 1 / sqrt(squares / (double)n + epsilon);
  for (size_t i = 0; i < n; i++) out[i] = (float)((x[i] - mean) * factor * weight[i] + bias[i]);
}
