import TestSupport
import Testing

@testable import Imaging

@Suite struct ImageProcessorConfigurationTests {
  @Test(arguments: ["SiglipImageProcessor", "SiglipImageProcessorFast"])
  func knowsSiglip(name: String) throws {
    let read = try ImageProcessorConfiguration(json: Array(#"{"image_processor_type": "\#(name)"}"#.utf8))
    #expect(read == ImageProcessorConfiguration(kind: .siglip))
  }

  @Test(arguments: ["LlavaNextImageProcessor", "LlavaNextImageProcessorFast"])
  func knowsLlavaNext(name: String) throws {
    let read = try ImageProcessorConfiguration(json: Array(#"{"image_processor_type": "\#(name)"}"#.utf8))
    #expect(read == ImageProcessorConfiguration(kind: .llavaNext))
    #expect(read.gridPinpoints.first == .init(height: 336, width: 672))
  }

  @Test func guessesTheKindThatIsNotSaid() throws {
    #expect(try ImageProcessorConfiguration(json: Array("{}".utf8)).kind == .siglip)
    let tiled = #"{"image_grid_pinpoints": [[224, 448]]}"#
    #expect(try ImageProcessorConfiguration(json: Array(tiled.utf8)).kind == .llavaNext)
  }

  @Test func takesNullForAbsentAndOlderSpellings() throws {
    let json = #"""
      {"image_processor_type": "LlavaNextImageProcessor", "size": 24, "crop_size": 24, "image_mean": 0.5,
       "resample": null, "do_pad": null, "image_grid_pinpoints": [[24, 48]], "size_divisor": null}
      """#
    let read = try ImageProcessorConfiguration(json: Array(json.utf8))
    #expect(read.size == .shortestEdge(24))
    #expect(read.cropSize == .init(height: 24, width: 24))
    #expect(read.mean == [0.5, 0.5, 0.5])
    #expect(read.filter == .bicubic)
  }

  @Test func writesWhatItReads() throws {
    var clip = ImageProcessorConfiguration(kind: .llavaNext)
    clip.filter = .bilinear
    for configuration in [.siglip(side: 384), .tiled(side: 384), clip, .init(kind: .siglip)] {
      #expect(try ImageProcessorConfiguration(json: configuration.json()) == configuration)
    }
  }

  @Test func writesTransformersKeys() throws {
    let text = String(decoding: try ImageProcessorConfiguration.siglip(side: 384).json(), as: UTF8.self)
    for part in [#""image_processor_type" : "SiglipImageProcessor""#, #""rescale_factor" : 0.00392156862745098"#] {
      #expect(text.contains(part), "\(text)")
    }
  }

  @Test(arguments: [
    (#"{"image_processor_type": "Qwen2VLImageProcessor"}"#, "image_processor_type Qwen2VLImageProcessor"),
    (#"{"resample": 7}"#, "resample can't be 7"),
    (#"{"size": {"height": 0, "width": 5}}"#, "size has an edge of 0"),
    (#"{"size": {"height": 5, "width": 100000}}"#, "size has an edge of 100000"),
    (#"{"size": {"height": -5, "width": 5}}"#, "size has an edge of -5"),
    (#"{"size": {"longest_edge": 5}}"#, "size has longest_edge"),
    (#"{"size": {"shortest_edge": 5}}"#, "size has shortest_edge and nothing is cropped"),
    (#"{"size": "big"}"#, "size has a value of the wrong kind"),
    (#"{"do_resize": 3}"#, "do_resize has a value of the wrong kind"),
    (#"{"do_center_crop": true}"#, "there is no crop_size"),
    (#"{"do_center_crop": true, "crop_size": {"height": 1}}"#, "crop_size has height"),
    (#"{"image_mean": [0.5]}"#, "image_mean must be three numbers"),
    (#"{"image_std": [0.5, 0, 0.5]}"#, "image_std can't have a zero"),
    (#"{"image_std": [1e300, 1, 0.5]}"#, "image_std must be three numbers"),
    (#"{"rescale_factor": 1e300}"#, "rescale_factor can't be 1e+300"),
    (#"{"rescale_factor": 0}"#, "rescale_factor can't be 0"),
    (#"{"do_pad": true, "pad_size": {"height": 5, "width": 5}}"#, "pad_size"),
    (#"{"image_grid_pinpoints": []}"#, "image_grid_pinpoints has 0 entries"),
    (#"{"image_grid_pinpoints": [[224]]}"#, "image_grid_pinpoints has [224]"),
    (#"{"image_grid_pinpoints": [[300, 224]], "do_center_crop": false}"#, "300×224"),
    (#"{"image_grid_pinpoints": [[9999, 9999]], "crop_size": 1, "size": 224}"#, "99980002 tiles"),
    (#"{"image_grid_pinpoints": [[336, 336]], "do_center_crop": false, "do_resize": false, "size": 99}"#, "do_resize"),
    (#"{"image_grid_pinpoints": [[0, 224]]}"#, "0×224"),
    (#"{"image_grid_pinpoints": [[224, 9223372036854775807]]}"#, "9223372036854775807"),
    (#"{"size": {"height": 9223372036854775808, "width": 1}}"#, "a number out of range"),
    (#"[]"#, "it isn't an object"),
    (#"{"size": "#, "it isn't JSON"),
    ("", "it isn't JSON"),
  ])
  func namesWhatItCannotDo(json: String, reason: String) {
    let error = #expect(throws: ImageError.self) { try ImageProcessor(configuration: Array(json.utf8)) }
    #expect("\(error.map(String.init(describing:)) ?? "")".contains(reason), "\(String(describing: error))")
  }

  @Test func survivesDamagedFiles() throws {
    let originals = try [ImageProcessorConfiguration.siglip(side: 24), .tiled(side: 24)].map {
      configuration throws(ImageError) in try configuration.json()
    }
    let image = Image(width: 5, height: 9, red: 1, green: 2, blue: 3)
    var mutator = Mutator(seed: 2)
    for number in 0..<Mutator.inputs {
      do throws(ImageError) {
        let processor = try ImageProcessor(configuration: mutator.mutate(originals[number % 2]))
        // What is read must work; large tiles only take long.
        if let tile = processor.tileSize, tile.height * tile.width < 10_000,
          processor.gridPinpoints.allSatisfy({ $0.height * $0.width < 100_000 })
        {
          let prepared = processor.prepare(image)
          #expect(prepared.pixelValues.count == prepared.tiles * 3 * tile.height * tile.width)
        }
      } catch {
        guard case .processor = error else {
          Issue.record(error)
          continue
        }
      }
    }
  }
}
