/// What `pm list packages` says: `package:com.android.settings`, with `-f` the file in front (`package:/a.apk=NAME`).
enum PackageList {
  /// Names, sorted.
  static func names(_ text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).compactMap { line -> String? in
      guard let value = LabelledLine.value(of: "package:", in: line) else { return nil }
      // An APK's path may have `=` in it; a package's name may not. `-U` and others add words behind.
      let name = (value.split(whereSeparator: \.isWhitespace).first ?? "").split(separator: "=").last ?? ""
      return name.isEmpty ? nil : String(name)
    }.sorted()
  }
}
