internal import Imaging

/// `screencap [-p] [-d DISPLAY] [FILE]`: PNG with `-p` or a name in `.png`, else raw RGBA behind Android's header.
enum ScreencapCommand: ShellCommand {
  static let names = ["screencap"]

  static func run(_ arguments: [String], _ shell: inout Shell) throws(ShellInterruption) -> Int32 {
    let options = ShellOptions(arguments, "pjhd:")
    let image = shell.host.phone.screenshot()
    let isPNG = options.has("p") || (options.operands.first?.hasSuffix(".png") ?? false)
    var bytes: [UInt8]
    if isPNG {
      do throws(ImageError) {
        bytes = try image.pngData()
      } catch {
        return shell.fail("screencap", "\(error)")
      }
    } else {
      bytes = []
      // Width, height, format RGBA_8888, colour space sRGB.
      for number in [image.width, image.height, 1, 1] {
        for shift in stride(from: 0, to: 32, by: 8) { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
      }
      bytes += Framebuffer.rgba(image)
    }
    guard let name = options.operands.first else {
      shell.print(bytes)
      return 0
    }
    do throws(FileSystemError) {
      try shell.host.phone.files.write(bytes, to: shell.path(name))
    } catch {
      return shell.fail("Error opening file", "\(name) (\(error))")
    }
    return 0
  }
}
