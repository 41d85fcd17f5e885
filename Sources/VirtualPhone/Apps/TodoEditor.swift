import Imaging

/// A task with all that can be said of it.
enum TodoEditor {
  static func view(_ activity: Activity, _ phone: Phone) -> View {
    let parts = TodoApp.parts(phone)
    let ids = TodoApp.name
    let due = Int(activity.values["due"] ?? "") ?? 0
    let isNew = activity.values["id"] == "0"
    func row(_ icon: String, _ view: View) -> View {
      View.row([View.stack([.icon(icon, parts.secondary)], .center).square(56), .space(width: 8), view.weighted()])
        .padding(left: 4, right: 16).wide.atLeast(height: 56)
    }
    var title = View.Field(
      key: "title", hint: "Task name", size: 22, color: parts.onBar, hintColor: parts.onBar.faded(0.7))
    title.onSubmit = { $0.system.isKeyboardUp = false }
    var notes = View.Field(key: "notes", hint: "Description", size: 16, color: parts.text, hintColor: parts.hint)
    notes.isMultiline = true
    let chosen = Int(activity.values["importance"] ?? "") ?? 3
    let priorities = View.row(
      [View.text("Priority", 16, parts.text).weighted()]
        + TodoApp.priorities.enumerated().reversed().map { index, priority in
          View.stack(
            [
              .icon(
                index == chosen ? "radio_button_checked" : "radio_button_unchecked", Color(hex: priority.color),
                size: 28)
            ], .center
          ).square(48).label("\(priority.name) priority", "android.widget.RadioButton").checked(index == chosen)
            .selected(index == chosen).tap { $0.activity.values["importance"] = String(index) }
        }
    ).wide
    let isDone = activity.values["completed"] != "0"
    let content = [
      row(
        "schedule",
        View.text(due == 0 ? "No due date" : TodoApp.date(due, phone), 16, due == 0 ? parts.hint : parts.text)
          .size(width: .fill, height: .fixed(56)).id("\(ids):id/due_date").tap { $0.activity.dialog = "due" }),
      row("flag", priorities),
      row("notes", View(.field(notes)).padding(0, 14).wide.atLeast(height: 56).id("\(ids):id/notes")),
      row(
        isDone ? "check_box" : "check_box_outline_blank",
        View.text(isDone ? "Completed" : "Mark as complete", 16, parts.text).size(width: .fill, height: .fixed(56))
          .id("\(ids):id/complete", "android.widget.CheckBox").checked(isDone).tap { phone in
            phone.activity.values["completed"] = isDone ? "0" : String(phone.milliseconds)
          }),
      row(
        "list",
        View.text("Default list", 16, parts.text).size(width: .fill, height: .fixed(56)).id(
          "\(ids):id/google_task_list")),
    ]
    let bar = parts.bar(
      AppParts.Button("save", "Save", save), middle: View(.stack),
      buttons: isNew
        ? [AppParts.Button("clear", "Discard") { $0.finish() }]
        : [AppParts.Button("delete", "Delete task") { $0.activity.dialog = "delete" }])
    return View.column([
      bar,
      View(.field(title)).padding(72, 8).size(width: .fill, height: .fixed(64)).id("\(ids):id/title").fill(parts.bar),
      View.scroll("edit", View.column(content).wide).weighted(),
    ]).filling.fill(parts.page)
  }

  static let save: PhoneAction = { phone in
    let activity = phone.activity
    let title = activity.text("title")
    var todo =
      phone.data.todo.todo(activity.values["id"])
      ?? TodoData.Todo(id: 0, created: phone.milliseconds, modified: phone.milliseconds)
    let old = todo
    todo.title = title
    todo.notes = activity.text("notes")
    todo.importance = Int(activity.values["importance"] ?? "") ?? 3
    todo.due = Int(activity.values["due"] ?? "") ?? 0
    todo.completed = Int(activity.values["completed"] ?? "") ?? 0
    // A new one that says nothing is none.
    if todo != old, !(todo.id == 0 && title.isEmpty && todo.notes.isEmpty) {
      todo.modified = phone.milliseconds
      phone.data.todo.save(todo)
    }
    phone.finish()
  }

  static func dialog(_ name: String, _ activity: Activity, _ phone: Phone) -> View? {
    let today = phone.time.days
    @Sendable func set(_ day: Int?) -> PhoneAction {
      { phone in
        phone.activity.values["due"] = day.map { String(TodoData.due(on: $0, zone: phone.timeZoneOffset)) } ?? "0"
      }
    }
    switch name {
    case "due":
      return AppParts(phone: phone, package: TodoApp.name).list([
        ("Today", set(today)), ("Tomorrow", set(today + 1)), ("Next week", set(today + 7)),
        (
          "Pick a date",
          { phone in
            let due = Int(phone.value("due")) ?? 0
            let day = due == 0 ? today : CivilTime(milliseconds: due + phone.timeZoneOffset).days
            phone.activity.values["date"] = String(day)
            phone.activity.values["month"] = nil
            phone.activity.dialog = "date"
          }
        ), ("No due date", set(nil)),
      ])
    case "date": return DatePicker.view(phone) { phone, date in set(date.days)(&phone) }
    case "delete":
      let id = activity.values["id"]
      return Dialog.confirm(phone, title: "", text: "Delete task?", yes: "OK") { phone in
        phone.data.todo.todos.removeAll { String($0.id) == id }
        phone.finish()
        phone.showToast("Task deleted")
      }
    default: return nil
    }
  }
}

extension Phone {
  /// Opens a task, or the form for a new one.
  mutating func editTodo(_ todo: TodoData.Todo?) {
    var activity = Activity(
      TodoApp.name, "edit",
      [
        "id": String(todo?.id ?? 0), "importance": String(todo?.importance ?? 3), "due": String(todo?.due ?? 0),
        "completed": String(todo?.completed ?? 0),
      ])
    activity.fields["title"] = FieldText(todo?.title ?? "")
    activity.fields["notes"] = FieldText(todo?.notes ?? "")
    push(activity)
    if todo == nil { focus("title") }
  }
}
