/// The activity in front, in the forms in which Android 8 to 15 write it.
///
///     mCurrentFocus=Window{7d3f1c2 u0 com.android.settings/com.android.settings.Settings}
///     mCurrentFocus=Window{5a1 u0 NotificationShade}                                   (nothing to learn)
///     mFocusedApp=ActivityRecord{d3a9f0 u0 com.android.settings/.Settings t12}         (12 and newer)
///     mFocusedApp=AppWindowToken{e4 token=Token{b2 ActivityRecord{1d u0 com.a/.B t7}}}  (10 and older)
///     mResumedActivity: ActivityRecord{d3a9f0 u0 com.android.settings/.Settings t12}
///     topResumedActivity=ActivityRecord{…}
///     taskId=12: com.android.settings/com.android.settings.Settings bounds=[0,0][1080,2400] userId=0 visible=true …
enum ForegroundActivity {
  /// `package/activity`, the activity's name shortened where it begins with the package's; nil where no line says.
  ///
  /// The application in front is what counts: a window over it, such as the notification shade, has no activity.
  static func component(_ text: String) -> String? {
    let lines = text.split(whereSeparator: \.isNewline)
    for label in ["mFocusedApp=", "topResumedActivity=", "mResumedActivity:", "ResumedActivity:", "mCurrentFocus="] {
      for line in lines {
        guard let value = LabelledLine.value(of: label, in: line) else { continue }
        if let component = component(in: value) { return component }
      }
    }
    for line in lines where line.contains("visible=true") {
      if let component = component(in: line) { return component }
    }
    return nil
  }

  /// The first word that is a component.
  private static func component(in text: Substring) -> String? {
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "{" || $0 == "}" }) {
      if let component = Component(String(word)) { return component.short }
    }
    return nil
  }
}
