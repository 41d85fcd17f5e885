#ifndef CKERNELS_H
#define CKERNELS_H
#include <stddef.h>
#include <stdint.h>

// Every kernel has a plain version beside it, `…_plain`: the obvious loop with libm, which tests compare against.
// Weights come straight from files and may lie at any address, so they are `const void *`.

// MARK: Sums of products

// Sum over i of a[i] * b[i]; n values each.
float ck_dot_f32(const void *weights, const float *x, size_t n);
float ck_dot_f32_plain(const void *weights, const float *x, size_t n);
// The same with weights in bfloat16.
float ck_dot_bf16(const void *weights, const float *x, size_t n);
float ck_dot_bf16_plain(const void *weights, const float *x, size_t n);
// The same with weights in IEEE half precision.
float ck_dot_f16(const void *weights, const float *x, size_t n);
float ck_dot_f16_plain(const void *weights, const float *x, size_t n);

// MARK: Norms, of one row of n values

// out[i] = x[i] / sqrt(mean(x^2) + epsilon) * weight[i]; out may be x.
void ck_rms_norm(const float *x, const float *weight, float epsilon, float *out, size_t n);
void ck_rms_norm_plain(const float *x, const float *weight, float epsilon, float *out, size_t n);
// out[i] = (x[i] - mean) / sqrt(variance + epsilon) * weight[i] + bias[i]; out may be x.
void ck_layer_norm(const float *x, const float *weight, const float *bias, float epsilon, float *out, size_t n);
void ck_layer_norm_plain(const float *x, const float *weight, const float *bias, float epsilon, float *out, size_t n);

// MARK: Activations, in place

// x becomes exp(x): relative error below 1e-6 where the result is above 2.4e-38, and 0 below that; NaN stays NaN.
void ck_exp(float *x, size_t n);
void ck_exp_plain(float *x, size_t n);
// x becomes softmax(scale * x); n > 0.
void ck_softmax(float *x, float scale, size_t n);
void ck_softmax_plain(float *x, float scale, size_t n);
// x becomes x * Phi(x), Phi the normal distribution; error below 1e-6 * max(1, |x|).
void ck_gelu(float *x, size_t n);
void ck_gelu_plain(float *x, size_t n);
// x becomes 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))); error below 1e-6 * max(1, |x|).
void ck_gelu_tanh(float *x, size_t n);
void ck_gelu_tanh_plain(float *x, size_t n);
// x becomes x / (1 + exp(-x)); error below 1e-6 * max(1, |x|).
void ck_silu(float *x, size_t n);
void ck_silu_plain(float *x, size_t n);

// MARK: Element by element

// x[i] += y[i]
void ck_add(float *x, const float *y, size_t n);
void ck_add_plain(float *x, const float *y, size_t n);
// x[i] *= y[i]
void ck_multiply(float *x, const float *y, size_t n);
void ck_multiply_plain(float *x, const float *y, size_t n);
// The index of the largest value, the first of equals; NaN is never larger. n > 0.
size_t ck_argmax(const float *x, size_t n);
size_t ck_argmax_plain(const float *x, size_t n);

// MARK: Rotary position embedding

// cosines[i] = cos(position * frequencies[i]) and the sines, for one position; the product is rounded to float32
// before the cosine, as transformers does it.
void ck_rope_angles(const float *frequencies, float position, float *cosines, float *sines, size_t half);
// Turns each of `heads` vectors of 2 * half values: value i pairs with value i + half (Hugging Face's layout).
void ck_rope(float *x, const float *cosines, const float *sines, size_t heads, size_t half);
void ck_rope_plain(float *x, const float *cosines, const float *sines, size_t heads, size_t half);

// MARK: Attention of one token

// out (group, width) = softmax(scale * queries (group, width) . transpose(keys (count, width))) . values
// (count, width). Rows of keys and values are `stride` values apart; scores has room for group * count values; count > 0.
void ck_attend(
  const float *queries, const float *keys, const float *values, size_t stride, size_t group, size_t count,
  size_t width, float scale, float *scores, float *out);
void ck_attend_plain(
  const float *queries, const float *keys, const float *values, size_t stride, size_t group, size_t count,
  size_t width, float scale, float *scores, float *out);

// MARK: Waiting

// Tells the processor that this thread is spinning.
void ck_pause(void);

#endif
