#include "CImageIO.h"

#include <string.h>

void ci_rgb_to_cairo(const uint8_t *rgb, size_t width, size_t height, uint8_t *surface, size_t stride) {
  for (size_t y = 0; y < height; y++)
    for (size_t x = 0; x < width; x++, rgb += 3) {
      uint32_t pixel = (uint32_t)rgb[0] << 16 | (uint32_t)rgb[1] << 8 | rgb[2];
      memcpy(surface + y * stride + x * 4, &pixel, sizeof pixel);
    }
}

void ci_rgb_from_cairo(const uint8_t *surface, size_t stride, size_t width, size_t height, uint8_t *rgb) {
  for (size_t y = 0; y < height; y++)
    for (size_t x = 0; x < width; x++, rgb += 3) {
      uint32_t pixel;
      memcpy(&pixel, surface + y * stride + x * 4, sizeof pixel);
      rgb[0] = (uint8_t)(pixel >> 16);
      rgb[1] = (uint8_t)(pixel >> 8);
      rgb[2] = (uint8_t)pixel;
    }
}
