#include "CKernels.h"
#include "ck_common.h"

CK_CLONES void ck_add(float *x, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] += y[i];
}

CK_CLONES void ck_multiply(float *x, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] *= y[i];
}

// First the value, in 16 lanes, then the place where it is: two passes in vectors beat one that branches.
CK_CLONES size_t ck_argmax(const float *x, size_t n) {
  float lanes[16];
  for (int j = 0; j < 16; j++) lanes[j] = -__builtin_inff();
  size_t i = 0;
  for (; i + 16 <= n; i += 16)
    for (int j = 0; j < 16; j++) lanes[j] = x[i + j] > lanes[j] ? x[i + j] : lanes[j];
  for (; i < n; i++) lanes[0] = x[i] > lanes[0] ? x[i] : lanes[0];
  for (int j = 1; j < 16; j++) lanes[0] = lanes[j] > lanes[0] ? lanes[j] : lanes[0];
  for (i = 0; i < n; i++)
    if (x[i] == lanes[0]) return i;
  return 0;
}

void ck_add_plain(float *x, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] += y[i];
}

void ck_multiply_plain(float *x, const float *y, size_t n) {
  for (size_t i = 0; i < n; i++) x[i] *= y[i];
}

size_t ck_argmax_plain(const float *x, size_t n) {
  size_t best = 0;
  for (size_t i = 1; i < n; i++)
    if (x[i] > x[best] || x[best] != x[best]) best = i;
  return x[best] != x[best] ? 0 : best;
}
