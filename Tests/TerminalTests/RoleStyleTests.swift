import Foundation
import Interface
import Testing

@testable import Terminal

@Suite struct RoleStyleTests {
  /// WCAG 2's relative luminance.
  private func luminance(_ color: RGB) -> Double {
    func linear(_ value: UInt8) -> Double {
      let part = Double(value) / 255
      return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private func contrast(_ a: RGB, _ b: RGB) -> Double {
    let (dark, light) = (min(luminance(a), luminance(b)), max(luminance(a), luminance(b)))
    return (light + 0.05) / (dark + 0.05)
  }

  @Test("legible on black and on white", arguments: Role.allCases)
  func contrasts(role: Role) {
    let style = RoleStyle.of(role, depth: .palette)
    guard style.foreground >= 0 else { return }
    let backgrounds =
      style.background >= 0 ? [RGB(palette: style.background)] : [RGB(0, 0, 0), RGB(255, 255, 255)]
    for background in backgrounds {
      let contrast = contrast(RGB(palette: style.foreground), background)
      #expect(contrast >= 3, "\(role) on \(background): \(contrast)")
    }
  }

  @Test("colours that the terminal has", arguments: Role.allCases, ColorDepth.allCases)
  func range(role: Role, depth: ColorDepth) {
    let style = RoleStyle.of(role, depth: depth)
    let count: Int32 =
      switch depth {
      case .none: 0
      case .eight, .sixteen: 8
      case .palette, .trueColor: 256
      }
    #expect(style.foreground < count && style.background < count)
  }

  @Test("the chosen row stands out", arguments: ColorDepth.allCases) func selection(depth: ColorDepth) {
    #expect(RoleStyle.of(.selected, depth: depth) != RoleStyle.of(.text, depth: depth))
  }

  @Test("proposal and recording are told apart", arguments: ColorDepth.allCases) func proposal(depth: ColorDepth) {
    #expect(RoleStyle.of(.proposed, depth: depth) != RoleStyle.of(.recorded, depth: depth))
  }
}
