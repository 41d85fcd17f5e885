#include "CImageIO.h"

// In C because a debug build of the same loops in Swift is a hundred times slower, and every picture passes through.

static uint8_t rounded(int32_t sum) {
  sum >>= ci_resample_bits;
  return (uint8_t)(sum < 0 ? 0 : sum > 255 ? 255 : sum);
}

static const int32_t half = 1 << (ci_resample_bits - 1);

void ci_resample_columns(const uint8_t *in, size_t rows, size_t in_width, const int32_t *starts, const int32_t *counts,
                         const int32_t *weights, size_t taps, size_t out_width, uint8_t *out) {
  for (size_t y = 0; y < rows; y++) {
    const uint8_t *line = in + y * in_width * 3;
    for (size_t x = 0; x < out_width; x++) {
      const uint8_t *pixel = line + (size_t)starts[x] * 3;
      const int32_t *weight = weights + x * taps;
      int32_t red = half, green = half, blue = half;
      for (int32_t i = 0; i < counts[x]; i++, pixel += 3) {
        red += pixel[0] * weight[i];
        green += pixel[1] * weight[i];
        blue += pixel[2] * weight[i];
      }
      *out++ = rounded(red);
      *out++ = rounded(green);
      *out++ = rounded(blue);
    }
  }
}

void ci_resample_rows(const uint8_t *in, size_t row_bytes, const int32_t *starts, const int32_t *counts,
                      const int32_t *weights, size_t taps, size_t out_rows, uint8_t *out) {
  // A strip of sums that stays in the nearest cache while the rows below it are added.
  enum { strip = 512 };
  int32_t sums[strip];
  for (size_t y = 0; y < out_rows; y++) {
    for (size_t left = 0; left < row_bytes; left += strip) {
      size_t n = row_bytes - left < strip ? row_bytes - left : strip;
      for (size_t x = 0; x < n; x++) sums[x] = half;
      for (int32_t i = 0; i < counts[y]; i++) {
        const uint8_t *line = in + (size_t)(starts[y] + i) * row_bytes + left;
        int32_t weight = weights[y * taps + (size_t)i];
        for (size_t x = 0; x < n; x++) sums[x] += line[x] * weight;
      }
      for (size_t x = 0; x < n; x++) out[y * row_bytes + left + x] = rounded(sums[x]);
    }
  }
}
