import CTerminal
import Interface

/// What a role looks like. The terminal's own background is kept, so each colour has to be legible on black and on
/// white: it has a contrast (WCAG 2) of at least 3 to both.
struct RoleStyle: Sendable, Equatable {
  /// Bold, dim and so on, as the C side has them.
  var attributes: ct_attributes = []
  /// A colour's number; -1 is the terminal's own.
  var foreground: Int32 = -1
  /// A colour's number; -1 is the terminal's own.
  var background: Int32 = -1

  /// The style of a role.
  static func of(_ role: Role, depth: ColorDepth) -> RoleStyle {
    switch depth {
    case .none: plain(role)
    case .eight, .sixteen: basic(role)
    case .palette, .trueColor: palette(role)
    }
  }

  // With true colour, text keeps to the palette too: its upper 240 colours are the same everywhere.
  private static func palette(_ role: Role) -> RoleStyle {
    switch role {
    case .text: RoleStyle()
    case .dim: RoleStyle(foreground: 244)
    case .border: RoleStyle(foreground: 243)
    case .title: RoleStyle(attributes: .bold, foreground: 32)
    case .selected: RoleStyle(foreground: 231, background: 25)
    case .key: RoleStyle(attributes: .bold, foreground: 31)
    case .status: RoleStyle(foreground: 253, background: 238)
    case .proposed: RoleStyle(attributes: .bold, foreground: 202)
    case .recorded: RoleStyle(attributes: .bold, foreground: 32)
    case .good: RoleStyle(attributes: .bold, foreground: 28)
    case .warning: RoleStyle(attributes: .bold, foreground: 136)
    case .bad: RoleStyle(attributes: .bold, foreground: 197)
    }
  }

  // These colours are the user's own choice; cyan and yellow are too pale on white in most of them.
  private static func basic(_ role: Role) -> RoleStyle {
    switch role {
    case .text: RoleStyle()
    case .dim, .border: RoleStyle(attributes: .dim)
    case .title, .key: RoleStyle(attributes: .bold)
    case .selected, .status: RoleStyle(attributes: .reverse)
    case .proposed: RoleStyle(attributes: .bold, foreground: 5)
    case .recorded: RoleStyle(attributes: .bold, foreground: 4)
    case .good: RoleStyle(attributes: .bold, foreground: 2)
    case .warning: RoleStyle(attributes: .bold, foreground: 3)
    case .bad: RoleStyle(attributes: .bold, foreground: 1)
    }
  }

  private static func plain(_ role: Role) -> RoleStyle {
    switch role {
    case .text, .border, .good: RoleStyle()
    case .dim: RoleStyle(attributes: .dim)
    case .title, .key, .warning, .bad: RoleStyle(attributes: .bold)
    case .selected, .status: RoleStyle(attributes: .reverse)
    case .proposed: RoleStyle(attributes: [.bold, .underline])
    case .recorded: RoleStyle(attributes: .underline)
    }
  }

  /// The colour of a role where it is drawn over a picture: strong ones, which screens of apps seldom have. Orange and
  /// blue, for a proposal and a recording, are told apart by colour-blind eyes too.
  static func onPicture(_ role: Role) -> RGB {
    switch role {
    case .proposed: RGB(255, 122, 0)
    case .recorded, .title, .key: RGB(0, 114, 220)
    case .good: RGB(0, 170, 60)
    case .warning: RGB(240, 160, 0)
    case .bad: RGB(235, 30, 30)
    case .selected: RGB(0, 95, 175)
    case .text, .dim, .border, .status: RGB(90, 90, 90)
    }
  }
}
