/// What `cmd package query-activities --brief` and `resolve-activity --brief` say: a line with priorities, then one with
/// the component.
///
///     2 activities found:
///       Activity #0:
///         priority=0 preferredOrder=0 match=0x108000 specificIndex=-1 isDefault=true
///         com.android.settings/.Settings
enum LauncherActivities {
  /// Components in their order, each once.
  static func components(_ text: String) -> [Component] {
    var seen: [Component] = []
    for line in text.split(whereSeparator: \.isNewline) {
      guard let component = Component(String(LabelledLine.trimmed(line))), !seen.contains(component) else { continue }
      seen.append(component)
    }
    return seen
  }
}
