internal import Episodes

extension JSONObject {
  /// An object of these members, in this order.
  init(_ members: KeyValuePairs<String, JSONValue>) {
    self.init(members.map { Member(key: $0.key, value: $0.value) })
  }

  /// The object on one line.
  var text: String { JSONValue.object(self).text }
}
