"""Makes the pictures in this folder and what Pillow and transformers read from them.

    python make_fixtures.py

Made with Pillow 13.0.0, NumPy 2.4.6 and transformers 5.24.0 (without torchvision). PNG kinds that Pillow doesn't write
(16-bit colours, interlacing, 2-bit greys) are written here.
"""

import base64
import io
import json
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image
from transformers.models.llava_next.image_processing_pil_llava_next import LlavaNextImageProcessorPil
from transformers.models.siglip.image_processing_pil_siglip import SiglipImageProcessorPil

folder = pathlib.Path(__file__).parent
random = np.random.default_rng(20)


def chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def packed_rows(samples, depth):
    """(height, width, channels) to filtered rows (filter 0)."""
    rows = b""
    for row in samples.reshape(samples.shape[0], -1):
        if depth == 16:
            line = row.astype(">u2").tobytes()
        elif depth == 8:
            line = row.astype(np.uint8).tobytes()
        else:
            bits = "".join(format(int(v), f"0{depth}b") for v in row)
            bits += "0" * (-len(bits) % 8)
            line = bytes(int(bits[i : i + 8], 2) for i in range(0, len(bits), 8))
        rows += b"\0" + line
    return rows


ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2)]


def png(samples, depth, colour, interlaced=False, before=b""):
    height, width = samples.shape[:2]
    if interlaced:
        data = b""
        for x, y, dx, dy in ADAM7:
            part = samples[y::dy, x::dx]
            if part.size:
                data += packed_rows(part, depth)
    else:
        data = packed_rows(samples, depth)
    header = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + before + chunk(b"IDAT", zlib.compress(data))
            + chunk(b"IEND", b""))


def noise(height, width, channels, top):
    return random.integers(0, top, (height, width, channels))


def smooth(height, width):
    """A picture that JPEG keeps well."""
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([x * 255 // width, y * 255 // height, (x + y) * 4 % 256], -1).astype(np.uint8)


def jpeg(image, **options):
    out = io.BytesIO()
    image.save(out, "JPEG", **options)
    return out.getvalue()


palette = chunk(b"PLTE", bytes(random.integers(0, 256, 3 * 16, dtype=np.uint8)))
full_palette = chunk(b"PLTE", bytes(random.integers(0, 256, 3 * 256, dtype=np.uint8)))
pictures = {
    "grey-1.png": png(noise(9, 13, 1, 2), 1, 0),
    "grey-2.png": png(noise(9, 13, 1, 4), 2, 0),
    "grey-4.png": png(noise(9, 13, 1, 16), 4, 0),
    "grey-8.png": png(noise(9, 13, 1, 256), 8, 0),
    "grey-16.png": png(noise(9, 13, 1, 65536), 16, 0),
    "grey-8-key.png": png(noise(9, 13, 1, 8), 8, 0, before=chunk(b"tRNS", b"\0\3")),
    "grey-alpha-8.png": png(noise(9, 13, 2, 256), 8, 4),
    "grey-alpha-16.png": png(noise(9, 13, 2, 65536), 16, 4),
    "palette-1.png": png(noise(9, 13, 1, 2), 1, 3, before=palette),
    "palette-2.png": png(noise(9, 13, 1, 4), 2, 3, before=palette),
    "palette-4.png": png(noise(9, 13, 1, 16), 4, 3, before=palette),
    "palette-8.png": png(noise(9, 13, 1, 256), 8, 3, before=full_palette),
    "palette-8-alpha.png": png(noise(9, 13, 1, 256), 8, 3, before=full_palette + chunk(b"tRNS", bytes(range(200)))),
    "rgb-8.png": png(noise(9, 13, 3, 256), 8, 2),
    "rgb-8-key.png": png(noise(9, 13, 3, 2), 8, 2, before=chunk(b"tRNS", b"\0\1\0\0\0\1")),
    "rgb-8-gamma.png": png(noise(9, 13, 3, 256), 8, 2, before=chunk(b"gAMA", struct.pack(">I", 100000))),
    "rgb-16.png": png(noise(9, 13, 3, 65536), 16, 2),
    "rgba-8.png": png(noise(9, 13, 4, 256), 8, 6),
    "rgba-16.png": png(noise(9, 13, 4, 65536), 16, 6),
    "rgb-8-interlaced.png": png(noise(9, 13, 3, 256), 8, 2, interlaced=True),
    "grey-1-interlaced.png": png(noise(19, 17, 1, 2), 1, 0, interlaced=True),
    "palette-4-interlaced.png": png(noise(9, 13, 1, 16), 4, 3, interlaced=True, before=palette),
    "rgba-16-interlaced.png": png(noise(3, 2, 4, 65536), 16, 6, interlaced=True),
    "one-pixel.png": png(noise(1, 1, 3, 256), 8, 2),
    "jpeg-444.jpg": jpeg(Image.fromarray(smooth(19, 33)), quality=90, subsampling=0),
    "jpeg-422.jpg": jpeg(Image.fromarray(smooth(19, 33)), quality=90, subsampling=1),
    "jpeg-420.jpg": jpeg(Image.fromarray(smooth(19, 33)), quality=90, subsampling=2),
    "jpeg-grey.jpg": jpeg(Image.fromarray(smooth(19, 33)).convert("L"), quality=90),
    "jpeg-cmyk.jpg": jpeg(Image.fromarray(smooth(19, 33)).convert("CMYK"), quality=90),
    "jpeg-progressive.jpg": jpeg(Image.fromarray(smooth(19, 33)), quality=90, progressive=True),
    "jpeg-rgb.jpg": jpeg(Image.fromarray(smooth(19, 33)), quality=90, keep_rgb=True),
    "jpeg-restarts.jpg": jpeg(Image.fromarray(smooth(40, 70)), quality=90, restart_marker_blocks=2),
    "jpeg-comment.jpg": jpeg(Image.fromarray(smooth(19, 33)), quality=90, comment=b"x" * 300),
}


def text(array):
    return base64.b64encode(np.ascontiguousarray(array).tobytes()).decode()


decoded = {}
for name, data in pictures.items():
    (folder / name).write_bytes(data)
    image = Image.open(io.BytesIO(data))
    rgb = np.asarray(image.convert("RGB"))
    if name == "grey-16.png":
        # Pillow clips 16-bit greys to 255, so that nearly all is white; the upper byte is meant.
        rgb = np.repeat((np.asarray(image).astype(np.uint16) >> 8).astype(np.uint8)[..., None], 3, -1)
    decoded[name] = {"width": image.width, "height": image.height, "rgb": text(rgb)}
(folder / "decoded.json").write_text(json.dumps(decoded, indent=0, sort_keys=True) + "\n")

source = noise(19, 23, 3, 256).astype(np.uint8)
# Hard edges make negative lobes clip.
source[5:9, 4:15] = 255
source[9:14, 6:20] = 0
(folder / "noise.png").write_bytes(png(source, 8, 2))
cases = []
for width, height in [(7, 5), (40, 31), (23, 8), (11, 19), (23, 19), (1, 1), (1, 40), (60, 1), (24, 18)]:
    for resample in range(6):
        out = Image.fromarray(source).resize((width, height), resample=resample)
        cases.append({"width": width, "height": height, "resample": resample, "rgb": text(np.asarray(out))})
one = [{"width": 5, "height": 3, "resample": r,
        "rgb": text(np.asarray(Image.open(folder / "one-pixel.png").resize((5, 3), resample=r)))} for r in range(6)]
(folder / "resized.json").write_text(json.dumps({"noise.png": cases, "one-pixel.png": one}, indent=0) + "\n")

grids = [[24, 48], [48, 24], [48, 48], [72, 24], [24, 72]]
configurations = [
    {"image_processor_type": "SiglipImageProcessor", "size": {"height": 9, "width": 14}},
    {"image_processor_type": "SiglipImageProcessor", "size": {"height": 10, "width": 10}, "resample": 2,
     "image_mean": [0.485, 0.456, 0.406], "image_std": [0.229, 0.224, 0.225], "rescale_factor": 0.00784},
    {"image_processor_type": "SiglipImageProcessor", "size": {"height": 10, "width": 10}, "do_normalize": False},
    {"image_processor_type": "SiglipImageProcessor", "size": {"height": 10, "width": 10}, "do_rescale": False},
    {"image_processor_type": "SiglipImageProcessor", "size": {"shortest_edge": 12}, "do_center_crop": True,
     "crop_size": {"height": 9, "width": 12}},
    {"image_processor_type": "SiglipImageProcessor", "size": {"shortest_edge": 12}, "do_center_crop": True,
     "crop_size": {"height": 17, "width": 15}},
    {"image_processor_type": "SiglipImageProcessor", "do_resize": False, "do_center_crop": True,
     "crop_size": {"height": 24, "width": 20}},
    {"image_processor_type": "SiglipImageProcessor", "do_resize": False},
    {"image_processor_type": "LlavaNextImageProcessor", "size": {"height": 24, "width": 24},
     "crop_size": {"height": 24, "width": 24}, "do_center_crop": False, "image_grid_pinpoints": grids},
    {"image_processor_type": "LlavaNextImageProcessor", "size": {"shortest_edge": 24},
     "crop_size": {"height": 24, "width": 24}, "image_grid_pinpoints": grids},
    {"image_processor_type": "LlavaNextImageProcessor", "size": {"shortest_edge": 28},
     "crop_size": {"height": 24, "width": 24}, "image_grid_pinpoints": grids},
    {"image_processor_type": "LlavaNextImageProcessor", "size": {"shortest_edge": 24}, "do_resize": False,
     "crop_size": {"height": 24, "width": 24}, "image_grid_pinpoints": [[24, 24], [48, 72]]},
    {"image_processor_type": "LlavaNextImageProcessor", "size": {"shortest_edge": 16},
     "crop_size": {"height": 16, "width": 16}, "image_grid_pinpoints": [[24, 48], [48, 24], [72, 24]]},
]
sizes = [(23, 19), (10, 22), (40, 13), (7, 61), (1, 1)]  # width, height
prepared = []
for configuration in configurations:
    name = configuration["image_processor_type"]
    made = {"SiglipImageProcessor": SiglipImageProcessorPil, "LlavaNextImageProcessor": LlavaNextImageProcessorPil}[name]
    processor = made(**{k: v for k, v in configuration.items() if k != "image_processor_type"})
    for width, height in sizes:
        # Bytes that the test makes too: 0, 89, 178, 11, …
        picture = (np.arange(width * height * 3) * 89 % 256).astype(np.uint8).reshape(height, width, 3)
        pixels = processor(Image.fromarray(picture), return_tensors="np")["pixel_values"][0].astype(np.float32)
        # The checksum says whether all bits are equal, the first values what went wrong.
        prepared.append({"configuration": configuration, "width": width, "height": height, "shape": list(pixels.shape),
                         "crc32": zlib.crc32(np.ascontiguousarray(pixels).tobytes()),
                         "first": [float(v) for v in pixels.reshape(-1)[:8]]})
(folder / "prepared.json").write_text(json.dumps(prepared, indent=0) + "\n")
