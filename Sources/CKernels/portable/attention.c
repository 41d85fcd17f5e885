#include <math.h>

#include "CKernels.h"
#include "ck_common.h"

// All queries of a group take each key, and later each value, while it is in the nearest cache.
CK_CLONES static void ck_scores(
  const float *queries, const float *keys, size_t stride, size_t group, size_t count, size_t width, float *scores) {
  for (size_t t = 0; t < count; t++)
    for (size_t g = 0; g < group; g++) {
      CK_REASSOCIATE
      float sum = 0;
      for (size_t i = 0; i < width; i++) sum += queries[g * width + i] * keys[t * stride + i];
      scores[g * count + t] = sum;
    }
}

CK_CLONES static void ck_weighted_sum(
  const float *scores, const float *values, size_t stride, size_t group, size_t count, size_t width, float *out) {
  for (size_t i = 0; i < group * width; i++) out[i] = 0;
  for (size_t t = 0; t < count; t++)
    for (size_t g = 0; g < group; g++) {
      float weight = scores[g * count + t];
      for (size_t i = 0; i < width; i++) out[g * width + i] += weight * values[t * stride + i];
    }
}

void ck_attend(
  const float *queries, const float *keys, const float *values, size_t stride, size_t group, size_t count,
  size_t width, float scale, float *scores, float *out) {
  ck_scores(queries, keys, stride, group, count, width, scores);
  for (size_t g = 0; g < group; g++) ck_softmax(scores + g * count, scale, count);
  ck_weighted_sum(scores, values, stride, group, count, width, out);
}

void ck_attend_plain(
  const float *queries, const float *keys, const float *values, size_t stride, size_t group, size_t count,
  size_t width, float scale, float *scores, float *out) {
  for (size_t g = 0; g < group; g++) {
    double largest = -INFINITY, sum = 0;
    for (size_t t = 0; t < count; t++) {
      double score = 0;
      for (size_t i = 0; i < width; i++) score += (double)queries[g * width + i] * keys[t * stride + i];
      scores[g * count + t] = (float)(score * scale);
      if (score * scale > largest) largest = score * scale;
    }
    for (size_t t = 0; t < count; t++) sum += exp(scores[g * count + t] - largest);
    for (size_t i = 0; i < width; i++) {
      double value = 0;
      for (size_t t = 0; t < count; t++) value += exp(scores[g * count + t] - largest) / sum * values[t * stride + i];
      out[g * width + i] = (float)value;
    }
  }
}
