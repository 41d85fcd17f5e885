#include <math.h>

#include "CKernels.h"
#include "ck_common.h"

CK_CLONES void ck_read_bf16(const void *from, float *to, size_t n) {
  for (size_t i = 0; i < n; i++) to[i] = ck_load_bf16(from, i);
}

CK_CLONES void ck_read_f16(const void *from, float *to, size_t n) {
  for (size_t i = 0; i < n; i++) to[i] = ck_load_f16(from, i);
}

void ck_read_bf16_plain(const void *from, float *to, size_t n) {
  for (size_t i = 0; i < n; i++) to[i] = ck_load_bf16(from, i);
}

// IEEE 754 binary16, spelled out: sign, 5 bits of exponent, 10 of fraction.
void ck_read_f16_plain(const void *from, float *to, size_t n) {
  for (size_t i = 0; i < n; i++) {
    uint16_t half;
    memcpy(&half, (const char *)from + 2 * i, 2);
    int exponent = half >> 10 & 31, fraction = half & 1023;
    float magnitude;
    if (exponent == 31) magnitude = fraction ? NAN : INFINITY;
    else if (exponent == 0) magnitude = ldexpf((float)fraction, -24);
    else magnitude = ldexpf((float)(1024 + fraction), exponent - 25);
    to[i] = half & 0x8000 ? -magnitude : magnitude;
  }
}
