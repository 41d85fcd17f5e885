internal import Foundation

/// Words on buttons, and in the names that programmers give them, by what the buttons do.
///
/// In English, German, French, Spanish and Chinese: the obvious ones. A word is whole words of a label in the first four,
/// and any part of it in Chinese, which has no spaces. Accents and case don't count.
enum RiskWords {
  static let table: [(risk: Risk, words: [String])] = [
    (
      .sends,
      [
        "send", "reply", "post", "publish", "share", "tweet", "submit", "forward", "sms", "senden", "absenden",
        "teilen",
        "veroffentlichen", "antworten", "weiterleiten", "envoyer", "publier", "partager", "repondre", "transferer",
        "enviar",
        "publicar", "compartir", "responder", "reenviar", "发送", "发布", "分享", "回复", "转发", "发表",
      ]
    ),
    (
      .calls,
      [
        "call", "dial", "redial", "video call", "voice call", "emergency", "anrufen", "anruf", "wahlen", "appeler",
        "appel",
        "llamar", "llamada", "marcar", "拨打", "呼叫", "打电话", "通话", "拨号",
      ]
    ),
    (
      .pays,
      [
        "pay", "buy", "purchase", "checkout", "check out", "order", "place order", "subscribe", "donate", "bid", "tip",
        "transfer", "bezahlen", "zahlen", "kaufen", "bestellen", "abonnieren", "spenden", "uberweisen", "payer",
        "acheter",
        "commander", "abonner", "pagar", "comprar", "pedir", "suscribirse", "donar", "支付", "付款", "购买", "下单", "订阅", "转账",
      ]
    ),
    (
      .deletes,
      [
        "delete", "erase", "remove", "clear", "reset", "factory", "discard", "wipe", "format", "trash", "empty",
        "forget",
        "loschen", "entfernen", "zurucksetzen", "verwerfen", "leeren", "supprimer", "effacer", "reinitialiser",
        "enlever",
        "vider", "eliminar", "borrar", "restablecer", "quitar", "vaciar", "删除", "清除", "清空", "重置", "恢复出厂", "移除", "抹掉",
      ]
    ),
    (
      .installs,
      [
        "install", "uninstall", "sideload", "installieren", "deinstallieren", "installer", "desinstaller", "instalar",
        "desinstalar", "安装", "卸载",
      ]
    ),
    (
      .grants,
      [
        "allow", "grant", "permit", "authorize", "authorise", "while using the app", "only this time", "set as default",
        "zulassen", "erlauben", "gestatten", "autoriser", "permitir", "autorizar", "允许", "授权", "同意",
      ]
    ),
    (
      .reveals,
      [
        "show password", "reveal", "unmask", "passwort anzeigen", "afficher le mot de passe", "mostrar contrasena",
        "显示密码",
      ]
    ),
  ]

  /// What a refusal begins with: these buttons have the word for granting in them.
  static let refusals = [
    "don t", "dont", "do not", "deny", "never", "nicht", "ne pas", "refuser", "no", "不", "拒绝", "disallow",
  ]

  /// What fields for secrets are called.
  static let secrets = [
    "password", "passcode", "passphrase", "pin", "cvv", "cvc", "otp", "security code", "verification code",
    "card number",
    "ssn", "passwort", "kennwort", "mot de passe", "contrasena", "clave", "密码", "口令", "验证码",
  ]

  /// What fields are called in which Enter sends.
  static let messages = [
    "message", "sms", "compose", "chat", "reply", "comment", "text message", "nachricht", "antwort", "kommentar",
    "mensaje",
    "respuesta", "comentario", "commentaire", "短信", "消息", "信息", "评论", "回复",
  ]

  /// What keys of on-screen keyboards are called that do what Enter does.
  static let enterKeys = ["enter", "return", "send", "done", "go", "ime action"]

  /// A label in lower case without accents, its words apart from each other: `sendMessage_button` is `send message button`.
  static func folded(_ text: String) -> String {
    var words = " "
    var wasLower = false
    for scalar in text.prefix(400).decomposedStringWithCompatibilityMapping.unicodeScalars {
      let properties = scalar.properties
      if properties.generalCategory == .nonspacingMark { continue }
      guard properties.isAlphabetic || properties.numericType != nil else {
        if words.last != " " { words += " " }
        wasLower = false
        continue
      }
      if properties.isUppercase, wasLower { words += " " }
      wasLower = properties.isLowercase
      words += properties.lowercaseMapping
    }
    return words.last == " " ? words : words + " "
  }

  /// Whether a folded label says one of these.
  static func says(_ label: String, _ words: [String]) -> Bool {
    words.contains { word in
      word.unicodeScalars.allSatisfy(\.isASCII) ? label.contains(" \(word) ") : label.contains(word)
    }
  }

  /// Whether a folded label begins with one of these.
  static func begins(_ label: String, with words: [String]) -> Bool {
    words.contains { word in label.hasPrefix(word.unicodeScalars.allSatisfy(\.isASCII) ? " \(word) " : " \(word)") }
  }
}
