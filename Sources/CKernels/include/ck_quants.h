#ifndef CK_QUANTS_H
#define CK_QUANTS_H
#include <stddef.h>
#include <stdint.h>

// Stored weights to float32, bit for bit what ggml's reference (dequantize_row_*) gives.
//
// in holds n values in the format that the name says, at any alignment; out holds n floats. n is a multiple of the
// format's block: 32 for q4_0 … q8_0, 256 for q4_K, q5_K and q6_K, 1 for f16 and bf16.
void ck_dequantise_f16(const void *in, float *out, size_t n);
void ck_dequantise_bf16(const void *in, float *out, size_t n);
void ck_dequantise_q4_0(const void *in, float *out, size_t n);
void ck_dequantise_q4_1(const void *in, float *out, size_t n);
void ck_dequantise_q5_0(const void *in, float *out, size_t n);
void ck_dequantise_q5_1(const void *in, float *out, size_t n);
void ck_dequantise_q8_0(const void *in, float *out, size_t n);
void ck_dequantise_q4_K(const void *in, float *out, size_t n);
void ck_dequantise_q5_K(const void *in, float *out, size_t n);
void ck_dequantise_q6_K(const void *in, float *out, size_t n);

#endif
