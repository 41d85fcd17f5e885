import Imaging
import Testing

@testable import VirtualPhone

@Suite struct ShellCommandsTests {
  @Test(arguments: [
    // Files.
    (
      "mkdir -p /sdcard/a/b; echo x > /sdcard/a/b/c; cp -r /sdcard/a /sdcard/d; mv /sdcard/d/b/c /sdcard/d/e; ls -R /sdcard/d",
      "/sdcard/d:\nb\ne\n\n/sdcard/d/b:\n"
    ),
    ("cd /sdcard/Music; touch b a .h; ls; ls -a; ls -1 a", "a\nb\n.\n..\n.h\na\nb\na\n"),
    (
      "cd /sdcard/Music; printf 12345 > f; ls -l f; ls -l | head -1",
      "-rw-rw---- 1 root root 5 2023-10-15 15:34 f\ntotal 1\n"
    ),
    (
      "ls -ld /sdcard; ls -d /sdcard/",
      "lrwxrwxrwx 1 root root 19 2023-10-15 15:34 /sdcard -> /storage/emulated/0\n/sdcard/\n"
    ),
    (
      "cd /sdcard; touch Music/1.mp3 Music/2.txt; find Music -type f -name '*.mp3'; find /storage/emulated/0/ -mindepth 1 -type f -delete; find /sdcard/ -type f | wc -l",
      "Music/1.mp3\n0\n"
    ),
    (
      "cd /sdcard/Music; touch a; mkdir b; find . -type f -o -type d; find . ! -name a -exec echo '<{}>' \\;",
      ".\n./a\n./b\n<.>\n<./b>\n"
    ),
    (
      "rm /none; echo $?; rm -f /none; echo $?; rm /sdcard/Music; echo $?; rm -r /sdcard/Podcasts/*; echo $?",
      "1\n0\n1\n1\n"
    ),
    ("stat -c '%n %s %F %a' /sdcard/Music; stat -c %Y /sdcard/Music", "/sdcard/Music 4096 directory 770\n1697384040\n"),
    (
      "echo a > /sdcard/f; chmod 600 /sdcard/f; stat -c %A /sdcard/f; readlink -f /sdcard/f",
      "-rw-------\n/storage/emulated/0/f\n"
    ),
    ("basename /a/b.txt .txt; dirname /a/b.txt; dirname x", "b\n/a\n.\n"),
    // Text.
    (
      "printf 'a\\nb\\nab\\n' | grep -n b; printf 'a\\nB\\n' | grep -ic b; printf 'x1y22' | grep -oE '[0-9]+'; echo a | grep -q b || echo no",
      "2:b\n3:ab\n1\n1\n22\nno\n"
    ),
    (
      "printf 'a\\nb\\nc\\nd\\n' | grep -A1 -B1 b; echo 'a.b' | grep -F . | wc -l; echo a | grep -v a; echo $?",
      "a\nb\nc\n1\n1\n"
    ),
    (
      "echo aXbXc | sed 's/X/-/'; echo aXbXc | sed 's/X/-/g;s/a/[&]/'; printf '1\\n2\\n3\\n' | sed -n '2,$p'; printf '1\\n2\\n' | sed 1d; echo ab | sed -E 's/(a)(b)/\\2\\1/'",
      "a-bXc\n[a]-b-c\n2\n3\n2\nba\n"
    ),
    ("seq 5 | head -2 | tail -1; seq 5 | tail -n +4; seq 3 | head -c 3; echo", "2\n4\n5\n1\n2\n"),
    (
      "printf 'b 2\\na 10\\nc 1\\n' | sort -k2 -n; printf 'b\\na\\nb\\n' | sort -u; printf 'a\\na\\nb\\n' | uniq -c",
      "c 1\nb 2\na 10\na\nb\n      2 a\n      1 b\n"
    ),
    (
      "echo a:b:c | cut -d: -f2-; echo abc | cut -c1,3; echo abc | tr -d b; echo aabb | tr -s ab; echo hello | tr a-y b-z",
      "b:c\nac\nac\nab\nifmmp\n"
    ),
    (
      "echo hello | base64; echo aGVsbG8K | base64 -d; printf abc | md5sum",
      "aGVsbG8K\nhello\n900150983cd24fb0d6963f7d28e17f72  -\n"
    ),
    (
      "printf '%s=%d;' a 1 b 2; printf '%5.1f|%-4s|%04x\\n' 3.14159 ab 255; printf 'a\\tb\\x41\\n'",
      "a=1;b=2;  3.1|ab  |00ff\na\tbA\n"
    ),
    (
      "echo -n a; echo -e 'b\\tc'; seq 1 2 | xargs echo n; echo a b | xargs -n 1 echo; printf 'a b\\n' | wc",
      "ab\tc\nn 1 2\na\nb\n1 2 4\n"
    ),
    ("echo x | tee /sdcard/t; cat /sdcard/t", "x\nx\n"),
    // The system.
    (
      "whoami; id -u; su root whoami; which ls nosuch; type cat >/dev/null && echo t",
      "shell\n2000\nroot\n/system/bin/ls\nt\n"
    ),
    (
      "date; date +%Y-%m-%dT%H:%M; date +%s; date -d @0 +%F; date -d '2024-02-29 10:00' +%j",
      "Sun Oct 15 15:34:00 UTC 2023\n2023-10-15T15:34\n1697384040\n1970-01-01\n060\n"
    ),
    (
      "getprop ro.kernel.qemu; setprop a.b c; getprop a.b; getprop none fall; setprop ro.x y 2>/dev/null || echo no",
      "1\nc\nfall\nno\n"
    ),
    ("env A=1 sh -c 'echo $A'; timeout 5 echo in; sleep 2; toybox echo t; /system/bin/echo p", "1\nin\nt\np\n"),
    // Android.
    ("wm size; wm density", "Physical size: 240x320\nPhysical density: 160\n"),
    ("cmd nosuch; echo $?; cmd package list packages | head -0; svc power stayon true; echo $?", "20\n0\n"),
    (
      "input tap 1 2; echo $?; input tap x y 2>/dev/null; echo $?; input keyevent KEYCODE_NOSUCH 2>/dev/null; echo $?; input swipe 1 2 3 4 500 && input draganddrop 1 2 3 4 4000 && input keycombination 113 29 && echo ok",
      "0\n255\n255\nok\n"
    ),
    (
      "dumpsys battery | grep level; dumpsys wifi | head -1 | cut -c1-5; dumpsys nosuch 2>&1",
      "  level: 100\nWi-Fi\nCan't find service: nosuch\n"
    ),
    (
      "uiautomator dump /data/local/tmp/x.xml; head -c 6 /data/local/tmp/x.xml",
      "UI hierchary dumped to: /data/local/tmp/x.xml\n<?xml "
    ),
    ("logcat -d; logcat -c; echo $?", "0\n"),
    (
      "am start -n no.such/.Activity 2>&1 | tail -1; monkey -p no.such 1 | tail -1; am broadcast -a x --es k v | tail -1",
      "Error: Activity class {no.such/no.such.Activity} does not exist.\n** No activities found to run, monkey aborted.\nBroadcast completed: result=0\n"
    ),
    // Databases.
    (
      "cd /data/local/tmp; sqlite3 a.db 'create table t(a, b); insert into t values (1, \"x\"), (2, null)'; sqlite3 a.db 'select * from t'; sqlite3 -header -csv a.db 'select a, b from t where a = 1'; echo .tables | sqlite3 a.db; head -c 15 a.db; echo",
      "1|x\n2|\na,b\n1,x\nt\nSQLite format 3\n"
    ),
    (
      "sqlite3 /sdcard/a.db 'select nosuch' 2>&1; sqlite3 /none/a.db 'create table t(a)' 2>&1; echo x > /sdcard/b; sqlite3 /sdcard/b 'select 1 from t' 2>&1 | head -c 6; echo",
      "Error: no such column: nosuch\nError: unable to open database \"/none/a.db\": No such file or directory\nError:\n"
    ),
    // The machine's own files are out of reach.
    (
      "for s in \"attach '/etc/passwd' as p\" \"vacuum into '/tmp/infir-escaped.db'\" \"pragma temp_store_directory='/tmp'\"; do sqlite3 /sdcard/a.db \"$s\" 2>/dev/null || echo no; done",
      "no\nno\nno\n"
    ),
    (
      "sqlite3 :memory: 'with recursive c(x) as (select 1 union all select x+1 from c) select count(*) from c' 2>&1",
      "Error: interrupted\n"
    ),
    // Content.
    ("content delete --uri content://sms; content query --uri content://sms", "No result found.\n"),
    (
      "content delete --uri content://sms; content insert --uri content://sms/sent --bind address:s:1 --bind 'body:s:a: b'; content query --uri content://sms/sent --projection address:body; content query --uri content://sms/inbox; content query --uri content://sms/1 --projection type",
      "Row: 0 address=1, body=a: b\nNo result found.\nRow: 0 type=2\n"
    ),
    (
      "content delete --uri content://com.android.calendar/events; for n in 3 1 2; do content insert --uri content://com.android.calendar/events --bind title:s:t$n --bind dtstart:l:${n}0000000; done; content query --uri content://com.android.calendar/events --projection title --where 'dtstart > 15000000' --sort 'dtstart DESC'; content delete --uri content://com.android.calendar/events --where \"title='t3' OR title LIKE '%1'\"; content query --uri content://com.android.calendar/events --projection _id:title:rrule",
      "Row: 0 title=t3\nRow: 1 title=t2\nRow: 0 _id=3, title=t2, rrule=NULL\n"
    ),
    (
      "content query --uri content://nosuch/x 2>&1; content query --uri content://sms --where 'a=' 2>&1",
      "[ERROR] Could not find provider: nosuch\n[ERROR]: near \"a=\": syntax error\n"
    ),
  ])
  func commandsPrintWhatAndroidsDo(script: String, output: String) {
    #expect(TestPhone.run(script) == output)
  }

  @Test(arguments: ["101515342023.07", "10151534.07", "1015153423.07", "@1697384047", "'2023-10-15 15:34:07'"])
  func dateSetsTheClock(time: String) {
    var host = TestPhone.host
    host.phone.advance(by: 5000)
    let result = host.run("date \(time) > /dev/null; touch /sdcard/f; stat -c %Y /sdcard/f")
    #expect(result.code == 0)
  }

  @Test func screencapGivesThePictureInEitherForm() throws {
    var host = TestPhone.host
    let png = host.run("screencap -p").output
    let image = try Image(decoding: png)
    #expect(image.width == 240 && image.height == 320)
    let raw = host.run("screencap").output
    #expect(raw.count == 16 + 240 * 320 * 4)
    #expect(raw[..<4] == [240, 0, 0, 0])
    #expect(host.run("screencap -p /sdcard/s.png").output.isEmpty)
    #expect(try host.phone.files.read("/sdcard/s.png") == png)
  }

  @Test func everyCommandHasOneName() {
    var names: Set<String> = []
    for name in ShellCommands.all.flatMap({ $0.names }) {
      #expect(names.insert(name).inserted, "\(name) is there twice")
    }
  }

  @Test func hierarchiesAreWellFormedWhateverTheTextIs() {
    var node = HierarchyNode()
    node.text = "<a & \"b\"\n\u{1}>"
    node.bounds = (0, 0, 10, 20)
    var parent = HierarchyNode()
    parent.bounds = (0, 0, 100, 100)
    parent.className = "hierarchy"
    parent.children = [node, node]
    let xml = HierarchyText.xml(parent)
    #expect(xml.contains("text=\"&lt;a &amp; &quot;b&quot;&#10;.&gt;\""))
    #expect(xml.contains("index=\"1\"") && xml.contains("bounds=\"[0,0][10,20]\""))
    #expect(xml.hasSuffix("/></hierarchy>"))
  }
}
