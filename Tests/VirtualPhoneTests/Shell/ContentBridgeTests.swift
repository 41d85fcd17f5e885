import Testing

@testable import VirtualPhone

@Suite struct ContentBridgeTests {
  @Test func whatIsInsertedIsInTheApps() {
    var host = TestPhone.host
    let result = host.run(
      """
      content delete --uri content://sms; content delete --uri content://com.android.calendar/events
      pm clear com.android.providers.contacts
      content insert --uri content://contacts/phones --bind display_name:s:'Ada King' --bind number:s:+1555
      content insert --uri content://sms/inbox --bind address:s:12 --bind body:s:hello --bind read:i:0
      content insert --uri content://com.android.calendar/events --bind title:s:Tea --bind dtstart:l:1697400000000
      """)
    #expect(result.code == 0 && result.errors.isEmpty)
    let data = host.phone.data
    #expect(data.contacts.contacts.map(\.name) == ["Ada King"] && data.contacts.contacts.map(\.phone) == ["+1555"])
    #expect(data.messages.conversations.map(\.number) == ["12"])
    #expect(data.messages.conversations.first?.messages.map(\.text) == ["hello"])
    #expect(data.messages.conversations.first?.isRead == false)
    #expect(data.calendar.events.map(\.title) == ["Tea"] && data.calendar.events.map(\.start) == [1200])
  }

  @Test func whatIsInTheAppsCanBeQueried() {
    var host = TestPhone.host
    host.phone.data.contacts = ContactsData()
    host.phone.data.contacts.add(ContactsData.Contact(id: 0, first: "Ben", last: "Kim", phone: "+15551"))
    host.phone.data.messages = MessagesData()
    host.phone.data.messages.add("on my way", to: "+15551", isMine: true, time: 5)
    func query(_ arguments: String) -> String {
      String(decoding: host.run("content query --uri content://\(arguments)").output, as: UTF8.self)
    }
    #expect(
      query("contacts/phones/ --projection display_name:number") == "Row: 0 display_name=Ben Kim, number=+15551\n")
    #expect(query("sms/sent --projection address:body") == "Row: 0 address=+15551, body=on my way\n")
    #expect(query("sms/inbox") == "No result found.\n")
  }

  @Test func contactsAreMadeInTheProvidersTwoSteps() {
    var host = TestPhone.host
    _ = host.run(
      """
      pm clear com.android.providers.contacts
      content insert --uri content://com.android.contacts/raw_contacts --bind account_type:s:x
      content insert --uri content://com.android.contacts/data --bind raw_contact_id:i:1 \\
        --bind mimetype:s:vnd.android.cursor.item/name --bind data1:s:'Eve Li'
      content insert --uri content://com.android.contacts/data --bind raw_contact_id:i:1 \\
        --bind mimetype:s:vnd.android.cursor.item/phone_v2 --bind data1:s:77
      """)
    #expect(host.phone.data.contacts.contacts.map(\.name) == ["Eve Li"])
    #expect(host.phone.data.contacts.contacts.map(\.phone) == ["77"])
  }
}
