/// All commands.
enum ShellCommands {
  static let all: [any ShellCommand.Type] = [
    // The shell's own.
    TrueCommand.self, FalseCommand.self, ExitCommand.self, BreakCommand.self, ContinueCommand.self,
    ChangeDirectoryCommand.self, WorkingDirectoryCommand.self, ExportCommand.self, UnsetCommand.self, SetCommand.self,
    ShiftCommand.self, ReadCommand.self, EvalCommand.self, ShCommand.self, SubstituteUserCommand.self,
    WrapperCommand.self, TimeoutCommand.self, EnvironmentCommand.self, WhichCommand.self, TestCommand.self,
    EchoCommand.self, PrintfCommand.self,
    // Files.
    CatCommand.self, ListCommand.self, RemoveCommand.self, RemoveDirectoryCommand.self, MakeDirectoryCommand.self,
    MoveCommand.self, CopyCommand.self, TouchCommand.self, LinkCommand.self, ReadLinkCommand.self, FindCommand.self,
    StatCommand.self, ChangeModeCommand.self, FreeSpaceCommand.self, DiskUsageCommand.self,
    TemporaryFileCommand.self, BaseNameCommand.self, DirectoryNameCommand.self,
    // Text.
    GrepCommand.self, SedCommand.self, HeadCommand.self, TailCommand.self, WordCountCommand.self, SortCommand.self,
    UniqueCommand.self, TranslateCommand.self, CutCommand.self, Base64Command.self, MD5Command.self, TeeCommand.self,
    XargsCommand.self, SequenceCommand.self,
    // The system.
    IdentityCommand.self, WhoAmICommand.self, UnameCommand.self, SleepCommand.self, DateCommand.self,
    ProcessesCommand.self, ProcessNumberCommand.self, GetEnforceCommand.self, UptimeCommand.self, NetworkCommand.self,
    QuietCommand.self,
    // Android.
    InputCommand.self, ScreencapCommand.self, WindowManagerCommand.self, ActivityManagerCommand.self,
    MonkeyCommand.self, PackageManagerCommand.self, SettingsCommand.self, ServiceControlCommand.self, CmdCommand.self,
    InputMethodCommand.self, ContentCommand.self, GetPropertyCommand.self, SetPropertyCommand.self,
    UIAutomatorCommand.self, DumpsysCommand.self, LogcatCommand.self, RebootCommand.self,
    MediaCommand.self, ServiceCommand.self, SQLiteCommand.self,
  ]

  private static let byName: [String: any ShellCommand.Type] = Dictionary(
    all.flatMap { command in command.names.map { ($0, command) } }, uniquingKeysWith: { first, _ in first })

  /// Their names, as `/system/bin` has them.
  static let names: [String] = byName.keys.filter { $0 != ":" && $0 != "[" && $0 != "[[" }.sorted()

  /// The command of that name, which may be given with its directory.
  static func named(_ name: String) -> (any ShellCommand.Type)? {
    for directory in ["/system/bin/", "/bin/", "/vendor/bin/", "/system/xbin/"] where name.hasPrefix(directory) {
      return byName[String(name.dropFirst(directory.count))]
    }
    return byName[name]
  }
}
