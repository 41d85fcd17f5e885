import Imaging

/// A list of things to do, in the manner of Tasks.
struct TodoApp: App {
  static let name = "org.tasks"

  var package: PhonePackage {
    PhonePackage(
      name: Self.name, label: "Tasks", launcherActivity: "\(Self.name)/com.todoroo.astrid.activity.MainActivity",
      isSystem: false)
  }
  var icon: AppIcon { AppIcon("check", background: 0x1976D2) }
  var databases: [AppDatabase] { [Self.database] }

  func reset(_ phone: inout Phone) {
    phone.data.todo = TodoData(
      seed: phone.configuration.seed, today: phone.time.days, now: phone.milliseconds, zone: phone.timeZoneOffset)
  }
  func clear(_ phone: inout Phone) { phone.data.todo = TodoData() }
  func hasDarkTop(_ activity: Activity) -> Bool { true }

  static func parts(_ phone: Phone) -> ClassicParts {
    ClassicParts(phone: phone, package: name, primary: Color(hex: 0x1976D2), accent: Color(hex: 0x1976D2))
  }

  static let priorities: [(name: String, color: Int)] = [
    ("High", 0xD32F2F), ("Medium", 0xF9A825), ("Low", 0x1E88E5), ("None", 0x757575),
  ]

  func view(_ activity: Activity, _ phone: Phone) -> View {
    activity.screen == "edit" ? TodoEditor.view(activity, phone) : list(activity, phone)
  }

  func back(_ phone: inout Phone) -> Bool {
    if phone.activity.screen == "edit" {
      // As the app does, leaving a changed task saves it.
      TodoEditor.save(&phone)
      return true
    }
    guard phone.value("searching") == "1" else { return false }
    phone.endTodoSearch()
    return true
  }

  // MARK: - The list

  private static let filters: [(key: String, title: String)] = [
    ("", "My Tasks"), ("today", "Today"), ("recent", "Recently modified"),
  ]

  /// What a list shows, in its order: what is due first, then what isn't, then what is done.
  private static func shown(_ activity: Activity, _ phone: Phone) -> [TodoData.Todo] {
    let query = activity.text("search").lowercased()
    let filter = activity.values["filter"] ?? ""
    let today = phone.time.days
    func day(_ due: Int) -> Int { CivilTime(milliseconds: due + phone.timeZoneOffset).days }
    let todos = phone.data.todo.todos.filter { todo in
      guard todo.deleted == 0, todo.completed == 0 || phone.data.todo.showsCompleted else { return false }
      switch filter {
      case "today" where todo.due == 0 || day(todo.due) > today: return false
      case "recent" where phone.milliseconds - todo.modified > 86_400_000: return false
      default: break
      }
      return query.isEmpty || todo.title.lowercased().contains(query) || todo.notes.lowercased().contains(query)
    }
    func rank(_ todo: TodoData.Todo) -> (Int, Int, Int, Int) {
      (todo.completed == 0 ? 0 : 1, todo.due == 0 ? Int.max : day(todo.due), todo.importance, todo.id)
    }
    return todos.sorted { rank($0) < rank($1) }
  }

  private func list(_ activity: Activity, _ phone: Phone) -> View {
    let parts = Self.parts(phone)
    let rows = Self.shown(activity, phone).map { Self.row($0, phone, parts) }
    let filter = Self.filters.first { $0.key == activity.values["filter"] ?? "" } ?? Self.filters[0]
    let head: View
    if activity.values["searching"] == "1" {
      var field = View.Field(
        key: "search", hint: "Search", size: 18, color: parts.onBar, hintColor: parts.onBar.faded(0.7))
      field.onSubmit = { $0.system.isKeyboardUp = false }
      head = parts.bar(
        AppParts.Button("arrow_back", "Collapse") { $0.endTodoSearch() },
        middle: View(.field(field)).size(width: .fill, height: .fixed(56)).id("\(Self.name):id/search_src_text"))
    } else {
      head = parts.bar(filter.title)
    }
    let foot = View.row([
      parts.button(AppParts.Button("menu", "Menu") { $0.activity.dialog = "drawer" }, parts.secondary), .spring,
      parts.button(
        AppParts.Button("search", "Search") { phone in
          phone.activity.values["searching"] = "1"
          phone.focus("search", text: "")
        }, parts.secondary),
      parts.button(AppParts.Button("more_vert", "More options") { $0.activity.dialog = "more" }, parts.secondary),
    ]).padding(4, 4).wide.fill(parts.surface)
    let content = rows.isEmpty ? [parts.empty("There are no tasks here.", id: "\(Self.name):id/empty")] : rows
    let add = parts.floating("add", "Create new task", id: "fab") { $0.editTodo(nil) }
    return View.stack([
      View.column([
        head,
        View.scroll("todos", View.column(content + [.space(height: 40)]).wide).id("\(Self.name):id/recycler_view")
          .weighted(), foot,
      ]).filling, View.stack([add]).padding(left: 0, top: 0, right: 16, bottom: 72).placed(.bottomRight),
    ]).filling.fill(parts.page)
  }

  private static func row(_ todo: TodoData.Todo, _ phone: Phone, _ parts: ClassicParts) -> View {
    let id = String(todo.id)
    let isDone = todo.completed != 0
    let color = Color(hex: priorities[max(0, min(todo.importance, 3))].color)
    var texts = [
      View.text(todo.title, 16, isDone ? parts.secondary : parts.text, lines: 2, id: "\(name):id/title")
    ]
    if !todo.notes.isEmpty {
      texts.append(View.text(todo.notes, 14, parts.secondary, lines: 1, id: "\(name):id/description"))
    }
    var row = [
      View.stack([.icon(isDone ? "check_box" : "check_box_outline_blank", color)], .center).square(56)
        .id("\(name):id/completeBox", "android.widget.CheckBox")
        .label("\(priorities[max(0, min(todo.importance, 3))].name) priority").checked(isDone).tap { phone in
          guard let index = phone.data.todo.todos.firstIndex(where: { String($0.id) == id }) else { return }
          phone.data.todo.todos[index].completed = isDone ? 0 : phone.milliseconds
          phone.data.todo.todos[index].modified = phone.milliseconds
          if !isDone { phone.showToast("Task completed") }
        }, View.column(texts).weighted(),
    ]
    if isDone {
      row.append(
        View.text(
          "Completed \(date(todo.completed, withTime: false, phone))", 14, parts.secondary,
          id: "\(name):id/completed_date"))
    } else if todo.due != 0 {
      let isLate = CivilTime(milliseconds: todo.due + phone.timeZoneOffset).days < phone.time.days
      row.append(
        View.text(
          date(todo.due, phone), 14, isLate ? Color(hex: 0xD32F2F) : parts.secondary, id: "\(name):id/due_date"))
    }
    return View.row(row + [.space(width: 16)]).size(width: .fill).atLeast(height: 56).id("\(name):id/rowBody").tap {
      phone in
      if let todo = phone.data.todo.todo(id) { phone.editTodo(todo) }
    }
  }

  /// For example `Today`, `Oct 20` or, where it has a time of day, `Oct 20, 15:30`.
  static func date(_ time: Int, withTime: Bool = true, _ phone: Phone) -> String {
    let moment = CivilTime(milliseconds: time + phone.timeZoneOffset)
    let day: String
    switch moment.days - phone.time.days {
    case 0: day = "Today"
    case 1: day = "Tomorrow"
    case -1: day = "Yesterday"
    default:
      day = "\(moment.shortMonth) \(moment.day)" + (moment.year == phone.time.year ? "" : ", \(moment.year)")
    }
    return withTime && TodoData.hasTime(time) ? "\(day), \(moment.clock(is24Hour: phone.is24Hour))" : day
  }

  func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let parts = Self.parts(phone)
    switch name {
    case "drawer":
      let head = View.text("Tasks", 20, .white, weight: 500).padding(left: 16, top: 72, right: 16, bottom: 16).wide
        .fill(parts.primary)
      return parts.drawer(
        head: head,
        Self.filters.map { filter in
          (
            ["": "inbox", "today": "today", "recent": "history"][filter.key] ?? "list", filter.title,
            filter.key == activity.values["filter"] ?? "",
            { phone in
              phone.activity.values["filter"] = filter.key.isEmpty ? nil : filter.key
              phone.activity.scroll["todos"] = nil
            }
          )
        })
    case "more":
      let isOn = phone.data.todo.showsCompleted
      return parts.popup([
        (isOn ? "Hide completed" : "Show completed", { $0.data.todo.showsCompleted.toggle() }),
        ("Clear completed", { $0.activity.dialog = "clear" }),
      ])
    case "clear":
      return Dialog.confirm(phone, title: "", text: "Clear completed tasks?", yes: "OK") { phone in
        phone.data.todo.todos.removeAll { $0.completed != 0 }
        phone.showToast("Completed tasks cleared")
      }
    default: return TodoEditor.dialog(name, activity, phone)
    }
  }
}

extension Phone {
  fileprivate mutating func endTodoSearch() {
    activity.values["searching"] = nil
    activity.fields["search"] = nil
    activity.focus = nil
    system.isKeyboardUp = false
  }
}
