internal import CCairo
internal import CImageIO

/// Which picture libraries this program runs with.
public enum ImagingReport {
  /// Names and versions, for example `libpng 1.6.39, libjpeg 62, cairo 1.16.0, pango 1.50.12`.
  public static var versions: String {
    let png = String(cString: ci_png_version())
    let cairo = cairo_version_string().map { String(cString: $0) } ?? "?"
    return "libpng \(png), libjpeg \(ci_jpeg_version()), cairo \(cairo)"
  }
}
