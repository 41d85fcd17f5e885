internal import Randomness

/// The people in the address book.
struct ContactsData: Sendable, Equatable, Codable {
  struct Contact: Sendable, Equatable, Codable {
    var id: Int
    var first = ""
    var last = ""
    var phone = ""
    /// What kind of number it is, in the contacts provider's numbers.
    var phoneType = 2
    var email = ""

    var phoneLabel: String { ContactsData.phoneTypes.first { $0.type == phoneType }?.label ?? "Other" }

    var name: String {
      let name = [first, last].filter { !$0.isEmpty }.joined(separator: " ")
      return name.isEmpty ? (phone.isEmpty ? email : phone) : name
    }
  }

  /// `ContactsContract.CommonDataKinds.Phone`'s types, in the order in which the editor offers them.
  static let phoneTypes: [(label: String, type: Int)] = [
    ("Mobile", 2), ("Work", 3), ("Home", 1), ("Main", 12), ("Work Fax", 4), ("Home Fax", 5), ("Pager", 6), ("Other", 7),
  ]

  var contacts: [Contact] = []
  var nextID = 1

  init() {}

  init(seed: UInt64) {
    var random = SplitMix64(seed: seed ^ 0xC047)
    let firsts = random.shuffled([
      "Ada", "Ben", "Chloe", "Daniel", "Emma", "Farid", "Grace", "Hugo", "Ines", "Jonas", "Karim", "Lena", "Maya",
      "Noah",
    ])
    let lasts = random.shuffled([
      "Ahmed", "Brown", "Costa", "Dubois", "Evans", "Fischer", "Garcia", "Hughes", "Ivanov", "Jensen", "Kim", "Lopez",
    ])
    for index in 0..<(4 + random.below(7)) {
      add(
        Contact(
          id: 0, first: firsts[index], last: lasts[index], phone: "+1555\(1_000_000 + random.below(8_999_999))",
          email: random.below(3) == 0 ? "\(firsts[index].lowercased())@example.com" : ""))
    }
  }

  var sorted: [Contact] {
    contacts.sorted { ($0.name.lowercased(), $0.id) < ($1.name.lowercased(), $1.id) }
  }

  mutating func add(_ contact: Contact) {
    var contact = contact
    contact.id = nextID
    nextID += 1
    contacts.append(contact)
  }

  func contact(_ id: String) -> Contact? { contacts.first { String($0.id) == id } }

  /// Whose number it is, or the number.
  func name(of number: String) -> String {
    contacts.first { Self.digits($0.phone) == Self.digits(number) && !Self.digits(number).isEmpty }?.name ?? number
  }

  static func digits(_ number: String) -> String { number.filter { $0.isASCII && $0.isNumber } }
}
