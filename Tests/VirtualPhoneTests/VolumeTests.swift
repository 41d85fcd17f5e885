import Testing

@testable import VirtualPhone

@Suite("Sound")
struct VolumeTests {
  @Test func isTheSameInTheSettingsTheShellAndTheKeys() throws {
    var host = PhoneHost(Phone())
    func said(_ script: String) -> String { String(decoding: host.run(script).output, as: UTF8.self) }
    #expect(said("media volume --stream 3 --set 9").isEmpty)
    #expect(said("settings get system volume_music_speaker") == "9\n")
    #expect(said("cmd media_session volume --stream 3 --get").contains("volume is 9 in range [0..15]"))
    _ = said("input keyevent KEYCODE_VOLUME_UP; settings put system volume_alarm_speaker 2")
    #expect(said("settings get system volume_music; settings get system volume_alarm") == "10\n2\n")
    let dump = said("dumpsys audio")
    #expect(
      dump.contains(
        "- STREAM_MUSIC:\n   Muted: false\n   Muted Internally: false\n   Min: 0\n   Max: 15\n   streamVolume:10\n"))
    host.phone.open("android.settings.SOUND_SETTINGS")
    let slider = try #require(host.phone.hierarchy().all.first { $0.contentDescription == "Ring volume" })
    host.phone.perform(
      .swipe(
        fromX: slider.center.x, fromY: slider.center.y, toX: slider.bounds.left, toY: slider.center.y,
        milliseconds: 300))
    #expect(said("settings get system volume_ring; settings get global mode_ringer") == "0\n1\n")
    #expect(said("dumpsys audio").contains("- mode (external) = VIBRATE"))
  }
}
