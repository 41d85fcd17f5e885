import Tasks
import Testing

@Suite("Parameter generators") struct GeneratorTests {
  private let seeds = 0..<200 as Range<UInt64>

  /// The values of `x` over the seeds, each drawn twice and alike.
  private func values(_ yaml: String, before: String = "") throws -> [TaskValue] {
    let task = try Sample.parameter(yaml, before: before)
    return try seeds.map { seed in
      let value = try #require(try task.instance(seed: seed).values["x"])
      #expect(try task.instance(seed: seed).values["x"] == value)
      return value
    }
  }

  private func texts(_ yaml: String, before: String = "") throws -> [String] {
    try values(yaml, before: before).map { try #require($0.text) }
  }

  private func numbers(_ yaml: String, before: String = "") throws -> [Int] {
    try values(yaml, before: before).map { try #require($0.number) }
  }

  @Test("integer takes every step of its range and nothing else") func integer() throws {
    #expect(Set(try numbers("{integer: {from: 3, to: 10, step: 3}}")) == [3, 6, 9])
    #expect(Set(try numbers("{integer: {from: -1, to: 1}}")) == [-1, 0, 1])
  }

  @Test("choice takes texts, numbers and records") func choice() throws {
    #expect(Set(try texts("{choice: [on, off]}")) == ["on", "off"])
    #expect(Set(try numbers("{choice: [1, 2]}")) == [1, 2])
    #expect(
      Set(try texts("{text: \"{r.b}\"}", before: "  r: {choice: [{a: 1, b: one}, {a: 2, b: two}]}\n")) == [
        "one", "two",
      ])
  }

  @Test("names, numbers, files and folders look like such") func shapes() throws {
    #expect(try texts("{person: full}").allSatisfy { $0.wholeMatch(of: /[A-Z][a-z]+ [A-Z][a-z]+/) != nil })
    #expect(Set(try texts("{person: first}")).count > 20)
    #expect(try texts("{phone_number: true}").allSatisfy { $0.wholeMatch(of: /\+1[2-9][0-8]\d55501\d\d/) != nil })
    #expect(try texts("{file_name: [md, txt]}").allSatisfy { $0.wholeMatch(of: /[a-z]+_[a-z]+\.(md|txt)/) != nil })
    #expect(try texts("{folder_name: true}").allSatisfy { $0.wholeMatch(of: /[A-Z][a-z]+_\d\d/) != nil })
    #expect(try texts("{words: 3}").allSatisfy { $0.split(separator: " ").count == 3 })
    #expect(Set(try texts("{phrase: message}")).count > 10)
    #expect(try numbers("{money: {from: 2, to: 3}}").allSatisfy { (200...300).contains($0) })
  }

  @Test("dates are counted from the device's today") func dates() throws {
    let task = try Sample.parameter("{date: {from: 1, to: 3}}")
    let now = TaskDefinition.usualClock
    let days = try Set(seeds.map { try #require(try task.instance(seed: $0, now: now).time("x")) })
    #expect(days == [1, 2, 3].reduce(into: []) { $0.insert(1_697_328_000 + 86_400 * $1) })
    // The same seed is the same number of days away from another today.
    for seed in seeds {
      let later = try #require(try task.instance(seed: seed, now: now + 40 * 86_400).time("x"))
      #expect(try task.instance(seed: seed, now: now).time("x") == later - 40 * 86_400)
    }
  }

  @Test("times, moments and durations go in steps") func times() throws {
    let times = try values("{time_of_day: {from: \"8:00\", to: \"9:00\", step: 30}}")
    #expect(Set(times.map { $0.time ?? 0 }) == [28_800, 30_600, 32_400])
    #expect(Set(try numbers("{duration: {from: 15, to: 30, step: 15}}")) == [900, 1800])
    #expect(Set(try numbers("{duration: {from: 1, to: 2, unit: hours}}")) == [3600, 7200])
    let before = "  d: {date: {from: 1, to: 1}}\n  t: {time_of_day: {from: \"9:30\", to: \"9:30\"}}\n"
    #expect(try values("{moment: {date: d, time: t}}", before: before).first?.time == 1_697_328_000 + 86_400 + 34_200)
  }

  @Test("lists have no two alike, by themselves or by a field, nor like another") func lists() throws {
    for value in try values("{list: {count: {from: 2, to: 4}, of: {integer: {from: 1, to: 4}}}}") {
      let list = try #require(value.list)
      #expect((2...4).contains(list.count))
      #expect(Set(list.map { $0.number ?? 0 }).count == list.count)
    }
    let record =
      "{list: {count: 3, distinct: t, of: {record: {t: {choice: [a, b, c]}, n: {integer: {from: 1, to: 99}}}}}}"
    for value in try values(record) {
      #expect(Set(value.list?.compactMap { $0.field("t")?.text } ?? []) == ["a", "b", "c"])
    }
    let before = "  y: {integer: {from: 1, to: 4}}\n"
    let task = try Sample.parameter("{list: {count: 3, of: {integer: {from: 1, to: 4}}, unlike: y}}", before: before)
    for seed in seeds {
      let instance = try task.instance(seed: seed)
      let all = (instance.list("x") ?? []).compactMap(\.number) + [try #require(instance.number("y"))]
      #expect(all.sorted() == [1, 2, 3, 4])
    }
  }

  @Test("a list that can't have so many different values says so") func impossible() throws {
    let task = try Sample.parameter("{list: {count: 3, of: {choice: [a, b]}}}")
    let error = #expect(throws: TaskError.self) { try task.instance(seed: 1) }
    #expect(
      error?.description
        == "Sample.yaml: line 2: the parameter x: there aren't 3 different values for this list; allow equal ones or fewer"
    )
  }

  @Test("picked and rest make the whole") func pick() throws {
    let before = "  all: {fixed: [a, b, c, d]}\n  some: {pick: {of: all, count: 2}}\n  one: {pick: some}\n"
    let task = try Sample.parameter("{rest: {of: all, without: some}}", before: before)
    for seed in seeds {
      let instance = try task.instance(seed: seed)
      let (some, rest) = (instance.list("some") ?? [], instance.list("x") ?? [])
      #expect(some.count == 2 && some == some.sorted { $0.text ?? "" < $1.text ?? "" })
      #expect(Set((some + rest).compactMap(\.text)) == ["a", "b", "c", "d"] && rest.count == 2)
      #expect(some.contains(try #require(instance.values["one"])))
    }
  }

  @Test("lists are sifted, put in order and put together") func sifting() throws {
    let before = "  r: {fixed: [{t: b, n: 2}, {t: a, n: 9}, {t: c, n: 5}]}\n"
    func filled(_ yaml: String, _ text: String = "{x.t}") throws -> String? {
      try Sample.parameter(yaml, before: before).instance(seed: 1).filled(text)
    }
    #expect(try filled("{where: {of: r, field: n, from: 2, to: 5}}") == "b, c")
    #expect(try filled("{where: {of: r, field: n, from: 2, to: 5, not: true}}") == "a")
    #expect(try filled("{where: {of: r, field: t, equals: c}}") == "c")
    #expect(try filled("{sorted: {of: r, by: t}}") == "a, b, c")
    #expect(try filled("{sorted: {of: r, by: n, descending: true}}") == "a, c, b")
    #expect(try filled("{together: [r, r]}") == "b, a, c, b, a, c")
    #expect(try filled("{count: r}", "{x}") == "3")
    #expect(try filled("{sum: r.n}", "{x}") == "16")
    #expect(try filled("{product: [r.n, 2]}", "{x}") == "180")
    #expect(try filled("{difference: [10, r.n]}", "{x}") == "-6")
    #expect(try filled("{largest: r.n}", "{x}") == "9")
    #expect(try filled("{smallest: r.n}", "{x}") == "2")
    #expect(Set(try values("{shuffled: r}", before: before).map { "\($0)" }).count == 6)
  }

  @Test("a product that no number can hold says so") func overflow() throws {
    let task = try Sample.parameter("{product: [999999999999, 999999999999]}")
    #expect(throws: TaskError.self) { try task.instance(seed: 1) }
  }

  @Test("a parameter that is added doesn't change the others") func independence() throws {
    let alone = try Sample.parameter("{person: full}")
    let second = try Sample.parameter("{person: full}", before: "  y: {person: full}\n")
    for seed in seeds { #expect(try alone.instance(seed: seed).values["x"] == second.instance(seed: seed).values["x"]) }
  }
}
