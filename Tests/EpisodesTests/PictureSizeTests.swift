import Testing

@testable import Episodes

@Suite struct PictureSizeTests {
  @Test func readsTheHeader() {
    let header = EpisodeFolder.png(width: 1080, height: 2400)
    #expect(PictureSize(header: header) == PictureSize(width: 1080, height: 2400))
    #expect(
      PictureSize(header: EpisodeFolder.png(width: .max, height: 1)) == PictureSize(width: 4_294_967_295, height: 1))
  }

  @Test func refusesWhatIsNoPNG() {
    let header = EpisodeFolder.png(width: 1080, height: 2400)
    for length in 0..<24 { #expect(PictureSize(header: Array(header[..<length])) == nil) }
    for index in 0..<16 {
      var damaged = header
      damaged[index] ^= 0x40
      #expect(PictureSize(header: damaged) == nil)
    }
    #expect(PictureSize(header: EpisodeFolder.png(width: 0, height: 1)) == nil)
    #expect(PictureSize(ofFile: "/nonexistent") == nil)
  }
}
