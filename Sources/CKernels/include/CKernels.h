#ifndef CKERNELS_H
#define CKERNELS_H
#include <stddef.h>
#include <stdint.h>

// Sum over i of a[i] * b[i]; n values each.
float ck_dot_f32(const float *a, const float *b, size_t n);

#endif
