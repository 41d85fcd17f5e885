#ifndef CIMAGEIO_H
#define CIMAGEIO_H
#include <stddef.h>
#include <stdint.h>

// The version of libpng that this program runs with, for example "1.6.39".
const char *ci_png_version(void);
// The version of libjpeg's interface that this program was built with, for example 62.
int ci_jpeg_version(void);

// Pictures here are (height, width, 3): red, green, blue, 8 bits each, no gaps between rows. Functions that can
// fail return 0 for success, and otherwise put a sentence of at most message_size - 1 bytes into message. libpng and
// libjpeg leave a failed call with longjmp, which Swift can't see pass; so their calls are here.

// Decodes a PNG whose header says width × height. Palettes and greys become RGB, 16 bits become their upper 8,
// transparency is dropped and colour profiles are not applied.
int ci_png_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint8_t *rgb, char *message,
                  size_t message_size);

// Encodes with the fastest compression; the same picture always gives the same bytes. *written is the number of bytes
// in out.
int ci_png_encode(const uint8_t *rgb, uint32_t width, uint32_t height, uint8_t *out, size_t capacity, size_t *written,
                  char *message, size_t message_size);

// Decodes a JPEG whose header says width × height: grey, YCbCr, RGB, and CMYK or YCCK with inverted inks, as
// Adobe's programs write them. A picture that ends too early is an error.
int ci_jpeg_decode(const uint8_t *bytes, size_t count, uint32_t width, uint32_t height, uint8_t *rgb, char *message,
                   size_t message_size);

// Encodes as YCbCr with halved colour; quality is from 1 to 100. The same picture always gives the same bytes. *written
// is the number of bytes in out.
int ci_jpeg_encode(const uint8_t *rgb, uint32_t width, uint32_t height, int quality, uint8_t *out, size_t capacity,
                   size_t *written, char *message, size_t message_size);

// Weights are fixed-point numbers with this many bits after the point.
enum { ci_resample_bits = 22 };

// Sums over the columns of a row. in is (rows, in_width, 3), out (rows, out_width, 3). Output column x is the sum of
// counts[x] columns from starts[x] on, with weights[x * taps...]; counts[x] <= taps.
void ci_resample_columns(const uint8_t *in, size_t rows, size_t in_width, const int32_t *starts, const int32_t *counts,
                         const int32_t *weights, size_t taps, size_t out_width, uint8_t *out);

// Sums over the rows of a column. in is (any, row_bytes), out (out_rows, row_bytes). Output row y is the sum of
// counts[y] rows from starts[y] on, with weights[y * taps...]; counts[y] <= taps.
void ci_resample_rows(const uint8_t *in, size_t row_bytes, const int32_t *starts, const int32_t *counts,
                      const int32_t *weights, size_t taps, size_t out_rows, uint8_t *out);

// Between (height, width, 3) bytes and cairo's CAIRO_FORMAT_RGB24: a native 32-bit 0x00RRGGBB a pixel, stride bytes a
// row.
void ci_rgb_to_cairo(const uint8_t *rgb, size_t width, size_t height, uint8_t *surface, size_t stride);
void ci_rgb_from_cairo(const uint8_t *surface, size_t stride, size_t width, size_t height, uint8_t *rgb);

#endif
