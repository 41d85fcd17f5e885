#include <math.h>

#include "CKernels.h"
#include "ck_common.h"

void ck_rope_angles(const float *frequencies, float position, float *cosines, float *sines, size_t half) {
  for (size_t i = 0; i < half; i++) {
    float angle = position * frequencies[i];
    cosines[i] = cosf(angle);
    sines[i] = sinf(angle);
  }
}

CK_CLONES void ck_rope(float *x, const float *cosines, const float *sines, size_t heads, size_t half) {
  for (size_t h = 0; h < heads; h++) {
    float *first = x + h * 2 * half, *second = first + half;
    for (size_t i = 0; i < half; i++) {
      float a = first[i], b = second[i];
      first[i] = a * cosines[i] - b * sines[i];
      second[i] = b * cosines[i] + a * sines[i];
    }
  }
}

void ck_rope_plain(float *x, const float *cosines, const float *sines, size_t heads, size_t half) {
  for (size_t h = 0; h < heads; h++)
    for (size_t i = 0; i < half; i++) {
      double a = x[h * 2 * half + i], b = x[h * 2 * half + half + i];
      x[h * 2 * half + i] = (float)(a * cosines[i] - b * sines[i]);
      x[h * 2 * half + half + i] = (float)(b * cosines[i] + a * sines[i]);
    }
}
