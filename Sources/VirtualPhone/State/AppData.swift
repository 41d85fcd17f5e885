/// What the apps keep.
struct AppData: Sendable, Equatable, Codable {
  var settings = SettingsData()
  var contacts = ContactsData()
  var messages = MessagesData()
  var dialer = DialerData()
  var clock = ClockData()
  var notes = NotesData()
  var calendar = CalendarData()
  var photos = PhotosData()
  var files = FilesData()
  var browser = BrowserData()
  var recipes = RecipesData()
  var expense = ExpenseData()
  var recorder = RecorderData()
  var todo = TodoData()
}
