/// Which databases have a file, and what it had in it when app and file were last of one mind.
struct DatabaseFiles: Sendable {
  struct Opened: Sendable {
    var rows: [[AppDatabase.Row]]
    var image: [UInt8]
  }

  /// By path.
  var opened: [String: Opened] = [:]
  /// Those that somebody may be writing to.
  var watched: Set<String> = []
}

extension Phone {
  /// Lets the files of databases that a command line's words may lead to be what their apps keep.
  mutating func openDatabases(for words: [String], in directory: String) {
    guard directory != "/" || words.contains(where: { $0.contains("/") || $0.hasPrefix("data") || $0 == "." }) else {
      return
    }
    for database in AppDatabase.all where words.contains(where: { database.isMeant(by: $0, in: directory) }) {
      databases.watched.insert(database.path)
      let opened = databases.opened[database.path]
      let rows = rows(of: database)
      let file = try? files.read(database.path)
      if let file, file != opened?.image, rows == opened?.rows ?? rows {
        // Something other than a command has written the file, and the app has nothing newer.
        take(file, into: database)
      } else if file == nil || rows != opened?.rows {
        write(rows, to: database, over: file ?? [])
      }
    }
  }

  private func rows(of database: AppDatabase) -> [[AppDatabase.Row]] { database.tables.map { $0.rows(self) } }

  private mutating func write(_ rows: [[AppDatabase.Row]], to database: AppDatabase, over old: [UInt8]) {
    // What the app doesn't know of stays in the file, unless that has become something else.
    guard let image = database.image(rows, over: old) ?? database.image(rows, over: []) else { return }
    let directory = database.path.split(separator: "/").dropLast().joined(separator: "/")
    try? files.makeDirectory("/\(directory)", withParents: true, permissions: 0o771)
    try? files.write(image, to: database.path, permissions: 0o660)
    databases.opened[database.path] = DatabaseFiles.Opened(rows: rows, image: image)
  }

  private mutating func take(_ file: [UInt8]?, into database: AppDatabase) {
    var found: [String: [AppDatabase.Row]] = [:]
    for table in database.tables { found[table.name] = database.rows(of: table, in: file ?? []) }
    database.restore(&self, found)
    databases.opened[database.path] = file.map { DatabaseFiles.Opened(rows: rows(of: database), image: $0) }
  }

  /// Gives apps what was written to their databases' files since those were opened, and goes on watching some. A file that
  /// is gone, or no database, leaves its app empty.
  mutating func closeDatabases(watching outer: Set<String> = []) {
    for database in AppDatabase.all where databases.watched.contains(database.path) {
      let file = try? files.read(database.path)
      if let opened = databases.opened[database.path], opened.image != file { take(file, into: database) }
    }
    databases.watched = outer
  }
}
