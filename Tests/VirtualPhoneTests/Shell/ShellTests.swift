import TestSupport
import Testing

@testable import VirtualPhone

@Suite struct ShellTests {
  /// Scripts and what they print: standard output, then standard error.
  @Test(arguments: [
    ("echo a  b 'c  d' \"e  f\" g\\ h", "a b c  d e  f g h\n"),
    ("x=1; y=\"$x 2\"; echo $y \"$y\" '$y' ${y}3", "1 2 1 2 $y 1 23\n"),
    ("echo $(echo a; echo b) \"$(printf 'a\\n\\n')\" `echo c`", "a b a c\n"),
    ("false; echo $?; nosuch 2>/dev/null; echo $?", "1\n127\n"),
    ("true && echo a || echo b; false && echo c || echo d", "a\nd\n"),
    ("echo one | cat | tr o 0", "0ne\n"),
    ("echo a > /sdcard/f; echo b >> /sdcard/f; cat < /sdcard/f", "a\nb\n"),
    ("ls /none > /sdcard/f 2>&1; cat /sdcard/f", "ls: /none: No such file or directory\n"),
    ("ls /none 2>&1 >/dev/null | sed s/No.*/gone/", "ls: /none: gone\n"),
    ("{ echo a; echo b >&2; } 2>/dev/null", "a\n"),
    ("(cd /sdcard; x=2; pwd); pwd; echo [$x]", "/sdcard\n/\n[]\n"),
    ("for f in 1 2 3; do [ $f = 2 ] && continue; echo $f; done", "1\n3\n"),
    ("i=0; while [ $i -lt 3 ]; do i=$((i+1)); done; echo $i", "3\n"),
    ("for i in 1 2; do for j in 1 2; do break 2; done; done; echo $i$j", "11\n"),
    ("if false; then echo a; elif true; then echo b; else echo c; fi", "b\n"),
    ("printf 'a b\\nc d\\n' | while read x y; do echo $y-$x; done", "b-a\nd-c\n"),
    (
      "touch /sdcard/Music/a.x /sdcard/Music/b.x '/sdcard/Music/c d.y'; cd /sdcard/Music; echo *.x *.y '*'",
      "a.x b.x c d.y *\n"
    ),
    (
      "echo /sdcard/Mu*ic /sdcard/[DM]*/ /nothing/*",
      "/sdcard/Music /sdcard/DCIM /sdcard/Documents /sdcard/Download /sdcard/Movies /sdcard/Music /nothing/*\n"
    ),
    ("cat <<E\n$((2*3)) `echo x`\nE\ncat <<'E'\n$x\nE", "6 x\n$x\n"),
    ("x=abc.txt; echo ${x%.*} ${x#*.} ${#x} ${y:-d} ${x:+s}", "abc txt 7 d s\n"),
    ("sh -c 'echo $0 $1 $#' n a b", "n a 2\n"),
    ("eval 'a=1; echo $a'; X=5 sh -c 'echo $X'; echo [$X]", "1\n5\n[]\n"),
    ("echo a; exit 3; echo b", "a\n"),
    ("! false && echo yes # comment", "yes\n"),
    ("echo é | sed 's/é/e/'; echo 'ä'\\ö", "e\näö\n"),
    ("set -- 'a b' c; for x in \"$@\"; do echo $x; done; echo $#", "a b\nc\n2\n"),
    ("echo $((1 + 2 * (3 - 1) ** 1))", ""),
    ("echo $((7 / 2)) $((-7 % 3)) $((1 << 4)) $((3 > 2 && 0)) $((0x10))", "3 -1 16 0 16\n"),
    ("test -d /sdcard -a ! -f /sdcard && echo ok; [ 1 -lt 2 ] && [ b \\> a ] && echo ok", "ok\nok\n"),
  ])
  func scriptsDoWhatTheyDoInASh(script: String, output: String) {
    #expect(TestPhone.run(script) == output)
  }

  @Test(arguments: [
    ("echo 'a", "syntax error: unexpected end of file"), ("if true; then", "syntax error"), ("a | ", "syntax error"),
    ("fi", "syntax error"), ("echo )", "syntax error"), ("echo $(", "syntax error"), ("a ;; b", "syntax error"),
    (String(repeating: "(", count: 1000), "too deep"), (String(repeating: "$(", count: 1000), "too deep"),
  ])
  func whatIsNoScriptIsSaidToBeNone(script: String, message: String) {
    var host = TestPhone.host
    let result = host.run(script)
    #expect(result.code == 2)
    #expect(String(decoding: result.errors, as: UTF8.self).contains(message))
  }

  @Test(arguments: [
    "while true; do :; done", "yes() { yes; }; while :; do echo aaaaaaaaaaaaaaaaaaaaaaaaa; done",
    "x='eval \"$x\"'; eval \"$x\"", "echo 'sh /sdcard/f' > /sdcard/f; sh /sdcard/f", "seq 1 9999999999",
  ])
  func whatDoesNotEndIsEnded(script: String) {
    var host = TestPhone.host
    let result = host.run(script)
    #expect(result.code != 0)
  }

  @Test func aCommandThatReadsWaitsForItsInputAndLeavesNothingBehind() throws {
    var shell = Shell(host: TestPhone.host, input: ShellInput(Array("some".utf8), isComplete: false))
    #expect(throws: ShellInterruption.needsInput) { try shell.run("touch /sdcard/made; cat > /sdcard/got") }
    var host = TestPhone.host
    let result = host.run("touch /sdcard/made; cat > /sdcard/got", input: Array("some more".utf8))
    #expect(result.code == 0)
    #expect(try host.phone.files.read("/sdcard/got") == Array("some more".utf8))
  }

  @Test func noDamagedScriptBringsTheShellDown() {
    let scripts = [
      "x=1; echo \"a $x ${x:-y} $(echo b | tr a-z A-Z) $((x+2*3))\" 'q' > /sdcard/f 2>&1 && cat < /sdcard/f || exit 3",
      "for i in 1 2 3; do if [ $i -eq 2 ]; then continue; fi; printf '%05d %-4s|\\n' $i a; done | sort -rn | head -n 2",
      "cat <<E | sed -n 's/\\(a\\)b/\\1&/gp;2,3d' | grep -E -o '[a-z]{1,3}|x*' | cut -d: -f1-2 | uniq -c\nab $x\nE\n",
      "find /sdcard -name '*.tx?' -type f -size +1k -o -mindepth 2 -exec echo {} \\; ; ls -laR /data; stat -c '%s %n' /sdcard",
      "content insert --uri content://sms --bind a:s:b; content query --uri content://sms --where \"a='b' AND (_id>0 OR x LIKE 'y%')\" --sort 'a DESC'",
      "settings put system a b; am start -W -n a/.b --es k v; pm list packages -3; input tap 1 2; input keyevent KEYCODE_A 3; dumpsys window; date 101515342023.00",
      "cp -r /sdcard /data/local/tmp/c; mv /sdcard/Music /sdcard/M; rm -rf /sdcard/M; mkdir -p a/b; ln -s a l; touch -d 2020-01-01 l; base64 l; md5sum l; wc -lw l; tail -c +3 l",
      "{ (echo a; echo b >&2) | while read a b; do echo $a; done; } 2>/dev/null; echo a{b,c} ~ $'x' \\\\ `echo \\`echo n\\`` | xargs -n 1 echo",
    ].map { Array($0.utf8) }
    var mutator = Mutator(seed: 7)
    let host = TestPhone.host
    for index in 0..<Mutator.inputs {
      let script = mutator.mutate(scripts[index % scripts.count])
      var copy = host
      _ = copy.run(String(decoding: script, as: UTF8.self))
    }
  }
}
