/// The notifications of a phone that has just been set up.
enum SystemNotices {
  static func atFirst(time: Int) -> [Notice] {
    [
      Notice(
        id: 1, package: "com.android.settings", app: "Android System", icon: "sd_card", title: "Virtual SD card",
        text: "For transferring photos and media", time: time - 3 * 60_000, screen: "storage")
    ]
  }
}
